// What is wrong with a file of any kind, and what would be right. The sentences begin small: a place stands
// before them.
#include "widgets/words/saying_table.h"

#include <array>

namespace memwall::ui
{

namespace
{

constexpr std::array kProblemSayings {
    // How a problem is told.
    SayingWords { "problem.line", QT_TRANSLATE_NOOP("core", "line %1") },
    SayingWords { "problem.remedied", QT_TRANSLATE_NOOP("core", "%1; %2") },
    SayingWords { "wrong.more", QT_TRANSLATE_NOOP("core", "and %1 more mistakes") },
    SayingWords { "right.mend_first", QT_TRANSLATE_NOOP("core", "mend those above first") },
    // Values, within other sentences.
    SayingWords { "value.text", QT_TRANSLATE_NOOP("core", "the text \"%1\"") },
    SayingWords { "value.list", QT_TRANSLATE_NOOP("core", "a list") },
    SayingWords { "value.object", QT_TRANSLATE_NOOP("core", "an object") },
    // Fields of objects.
    SayingWords { "wrong.no_object", QT_TRANSLATE_NOOP("core", "must be an object, is %1") },
    SayingWords { "right.object", QT_TRANSLATE_NOOP("core", "write { … }") },
    SayingWords { "wrong.no_list", QT_TRANSLATE_NOOP("core", "must be a list, is %1") },
    SayingWords { "right.list", QT_TRANSLATE_NOOP("core", "write [ … ]") },
    SayingWords { "wrong.no_number", QT_TRANSLATE_NOOP("core", "must be a number, is %1") },
    SayingWords { "right.number", QT_TRANSLATE_NOOP("core", "write a number without quotes") },
    SayingWords { "wrong.range", QT_TRANSLATE_NOOP("core", "is %1, out of range") },
    SayingWords { "right.range", QT_TRANSLATE_NOOP("core", "must be between %1 and %2") },
    SayingWords { "wrong.no_whole_number", QT_TRANSLATE_NOOP("core", "must be a whole number, is %1") },
    SayingWords { "right.write", QT_TRANSLATE_NOOP("core", "write %1") },
    SayingWords { "wrong.no_utf8", QT_TRANSLATE_NOOP("core", "is not UTF-8 text") },
    SayingWords { "right.utf8", QT_TRANSLATE_NOOP("core", "save or type it as UTF-8") },
    SayingWords { "wrong.no_text", QT_TRANSLATE_NOOP("core", "must be text, is %1") },
    SayingWords { "wrong.be_text", QT_TRANSLATE_NOOP("core", "must be text") },
    SayingWords { "right.text", QT_TRANSLATE_NOOP("core", "write it in quotes") },
    SayingWords { "wrong.no_flag", QT_TRANSLATE_NOOP("core", "must be true or false, is %1") },
    SayingWords { "right.flag", QT_TRANSLATE_NOOP("core", "write true or false without quotes") },
    SayingWords { "wrong.no_choice", QT_TRANSLATE_NOOP("core", "\"%1\" is not known here") },
    SayingWords { "right.meant", QT_TRANSLATE_NOOP("core", "did you mean \"%1\"?") },
    SayingWords { "right.known", QT_TRANSLATE_NOOP("core", "known here are %1") },
    SayingWords { "wrong.missing", QT_TRANSLATE_NOOP("core", "is missing") },
    SayingWords { "wrong.empty", QT_TRANSLATE_NOOP("core", "is empty") },
    SayingWords { "wrong.field", QT_TRANSLATE_NOOP("core", "unknown field \"%1\"") },
    // JSON.
    SayingWords { "wrong.too_long", QT_TRANSLATE_NOOP("core", "is longer than the %1 MiB that are read") },
    SayingWords { "right.other_file",
        QT_TRANSLATE_NOOP("core", "nothing that is read here is that long; is it the right file?") },
    SayingWords { "wrong.too_deep", QT_TRANSLATE_NOOP("core", "more than %1 levels of brackets") },
    SayingWords {
        "right.too_deep", QT_TRANSLATE_NOOP("core", "nothing that is read here is nested that deep") },
    SayingWords { "wrong.twice", QT_TRANSLATE_NOOP("core", "the field \"%1\" stands here a second time") },
    SayingWords { "right.remove_one", QT_TRANSLATE_NOOP("core", "remove one of the two") },
    SayingWords { "wrong.json", QT_TRANSLATE_NOOP("core", "not valid JSON: %1") },
    SayingWords { "right.json_range", QT_TRANSLATE_NOOP("core", "numbers go to 1.8e308") },
    SayingWords { "right.json_comment", QT_TRANSLATE_NOOP("core", "JSON has no comments; remove it") },
    SayingWords { "right.json", QT_TRANSLATE_NOOP("core", "check quotes, commas and brackets up to here") },
    // JSON pointers of settings.
    SayingWords { "wrong.pointer", QT_TRANSLATE_NOOP("core", "is no JSON pointer") },
    SayingWords { "right.pointer", QT_TRANSLATE_NOOP("core", "begin it with /, e.g. /workload/users") },
    SayingWords { "wrong.named_pointer", QT_TRANSLATE_NOOP("core", "\"%1\" is no JSON pointer") },
    SayingWords {
        "right.named_pointer", QT_TRANSLATE_NOOP("core", "begin it with /, e.g. \"/workload/users\"") },
    SayingWords { "wrong.pointer_too_deep", QT_TRANSLATE_NOOP("core", "leads more than %1 levels deep") },
    SayingWords { "wrong.through_value", QT_TRANSLATE_NOOP("core", "goes through a plain value") },
    SayingWords { "right.shorter_pointer", QT_TRANSLATE_NOOP("core", "shorten the pointer") },
    SayingWords { "wrong.place", QT_TRANSLATE_NOOP("core", "\"%1\" is no place in a list of %2") },
    SayingWords { "right.place", QT_TRANSLATE_NOOP("core", "count from 0, or write - to append") },
    // Files.
    SayingWords { "wrong.catalog_folder", QT_TRANSLATE_NOOP("core", "the catalog folder %1 is missing") },
    SayingWords { "right.install_again", QT_TRANSLATE_NOOP("core", "install the program again") },
    SayingWords { "wrong.in_file", QT_TRANSLATE_NOOP("core", "%1: %2") },
    SayingWords { "wrong.in_line", QT_TRANSLATE_NOOP("core", "%1:%2: %3") },
    SayingWords {
        "right.trace_path", QT_TRANSLATE_NOOP("core", "give its path from the folder of the scenario, %1") },
    SayingWords { "right.rights", QT_TRANSLATE_NOOP("core", "check the name and the rights of the file") },
    SayingWords { "right.save_elsewhere",
        QT_TRANSLATE_NOOP("core", "the previous version cannot be kept; save elsewhere") },
    SayingWords { "right.nothing_written",
        QT_TRANSLATE_NOOP("core", "this keeps the previous version; nothing was written") },
    SayingWords { "right.save_it_elsewhere",
        QT_TRANSLATE_NOOP("core", "what is open is as it was; save it elsewhere") },
    SayingWords {
        "wrong.read_back", QT_TRANSLATE_NOOP("core", "%1: what was read back is not what was written") },
    SayingWords { "right.other_disk.restored",
        QT_TRANSLATE_NOOP("core", "the previous version stands there again; save to another disk") },
    SayingWords { "right.other_disk", QT_TRANSLATE_NOOP("core", "save to another disk") },
    SayingWords { "wrong.not_kept", QT_TRANSLATE_NOOP("core", "it is no longer kept") },
    SayingWords { "right.open_origin", QT_TRANSLATE_NOOP("core", "open the scenario that it was made from") },
    SayingWords { "wrong.no_config",
        QT_TRANSLATE_NOOP("core", "is no model's config.json: model_type and hidden_size are missing") },
    SayingWords { "right.choose_config",
        QT_TRANSLATE_NOOP("core", "choose the config.json that lies beside a model's weights") },
};

} // namespace

std::span<const SayingWords> problemSayings()
{
    return kProblemSayings;
}

} // namespace memwall::ui
