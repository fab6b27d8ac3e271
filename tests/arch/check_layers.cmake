# Keeps the direction of dependencies (core knows no Qt, widgets know no files, only app connects), the
# size of files, and the independence of any one machine. Run by CTest: cmake -DSOURCE_DIR=… -P this.
cmake_minimum_required(VERSION 3.25)

# A room includes only itself and rooms before it.
set(core_rooms base catalog scenario machine timeline cost schedule figures whatif origin validate export lesson)
set(widgets_rooms words theme base flow scene stage timeline tape plots charts insight inputs settings controls race lesson)
set(app_rooms probe files background session export frame dialogs window cli)
set(line_limit 300)
set(mistakes "")

macro(mistake file text)
    file(RELATIVE_PATH relative "${SOURCE_DIR}" "${file}")
    string(APPEND mistakes "\n  ${relative}: ${text}")
endmacro()

# forbid(regex text file…): no line of the files may match.
function(forbid regex text)
    foreach(file IN LISTS ARGN)
        file(STRINGS "${file}" hits REGEX "${regex}")
        if(hits)
            list(GET hits 0 first)
            string(STRIP "${first}" first)
            mistake("${file}" "${text}: ${first}")
        endif()
    endforeach()
    set(mistakes "${mistakes}" PARENT_SCOPE)
endfunction()

function(sources result folder)
    file(GLOB_RECURSE found "${SOURCE_DIR}/${folder}/*.h" "${SOURCE_DIR}/${folder}/*.cpp")
    set(${result} "${found}" PARENT_SCOPE)
endfunction()

sources(core core)
set(core_without_simulate ${core})
list(FILTER core_without_simulate EXCLUDE REGEX "/core/simulate\\.cpp$")
sources(widgets widgets)
sources(app app)
sources(probe app/probe)

forbid("#include +[<\"](Q|q|moc_)" "core knows no Qt" ${core})
forbid("#include +\"(widgets|app)/" "core includes only core" ${core})
list(SUBLIST core_rooms 1 -1 names)
list(JOIN names "|" names)
forbid("#include +[<\"](Q|q|moc_)|#include +\"(widgets|app/(files|background|session|export|frame|dialogs|window|cli)|core/(${names}|[a-z_]+\\.h))"
    "probe measures with threads and a clock alone; of core it knows base" ${probe})
forbid("#include +\"app/" "widgets know nothing of app" ${widgets})
forbid("(^|[^A-Za-z_])(QFile|QSaveFile|QDir|QFileDialog|QSettings|std::[io]?fstream|fopen)([^A-Za-z_]|$)"
    "widgets open no files" ${widgets})

foreach(house IN ITEMS core widgets app)
    list(LENGTH ${house}_rooms count)
    foreach(room IN LISTS ${house}_rooms)
        sources(files ${house}/${room})
        list(FIND ${house}_rooms ${room} place)
        math(EXPR place "${place} + 1")
        if(place LESS count)
            list(SUBLIST ${house}_rooms ${place} -1 above)
            list(JOIN above "|" names)
            forbid("#include +\"${house}/(${names})/" "${house}/${room} includes a room that comes after it" ${files})
        endif()
    endforeach()
    # Every file has a room, but for those that stand on top of all rooms.
    file(GLOB loose RELATIVE "${SOURCE_DIR}" "${SOURCE_DIR}/${house}/*.h" "${SOURCE_DIR}/${house}/*.cpp")
    list(REMOVE_ITEM loose core/pch.h core/simulate.h core/simulate.cpp widgets/pch.h app/main.cpp)
    foreach(file IN LISTS loose)
        mistake("${SOURCE_DIR}/${file}" "stands in no room")
    endforeach()
endforeach()
forbid("#include +\"core/simulate\\.h" "core includes what stands on top of its rooms"
    ${core_without_simulate})

# A German desktop writes 0,5 and a Turkish one has another small letter of I.
set(everything ${core} ${widgets} ${app})
set(numbers_elsewhere ${everything})
list(FILTER numbers_elsewhere EXCLUDE REGEX "/core/base/number_text\\.(h|cpp)$")
forbid("printf|(^|[^A-Za-z_])(std::)?(strto(f|d|ld|l|ll|ul|ull)|ato(f|i|l|ll)|sto(f|d|ld|i|l|ll|ul|ull)) *\\(|stringstream|(from|to)_chars"
    "numbers are written and read by core/base/number_text alone" ${numbers_elsewhere})
forbid("(^|[^A-Za-z_])(std::)?(tolower|toupper|is(digit|alpha|alnum|space|upper|lower|punct|xdigit)) *\\(|<cctype>|<locale>"
    "letters are those of core/base/ascii.h in every locale" ${everything})
forbid("(from|to)(Latin1|Local8Bit)|qPrintable" "text is UTF-8 everywhere" ${widgets} ${app})
set(settled ${widgets} ${app})
list(FILTER settled EXCLUDE REGEX "/app/frame/language\\.cpp$") # asks which language a desktop has
forbid("QLocale(\\(\\)| *{ *}| +[a-z_]+;|::system)" "figures look alike on every desktop" ${settled})

set(charts_elsewhere ${core} ${widgets} ${app})
list(FILTER charts_elsewhere EXCLUDE REGEX "/widgets/(plots|charts|insight)/[^/]*\\.cpp$")
forbid("#include +[<\"](qcustomplot|QtCharts|QChart|QBarSe|QPieS|QLineSeries|QValueAxis)"
    "chart libraries are included only in .cpp files of widgets/plots, charts and insight" ${charts_elsewhere})

foreach(file IN LISTS core widgets app)
    file(READ "${file}" text)
    string(REGEX MATCHALL "\n" ends "${text}")
    list(LENGTH ends lines)
    if(lines GREATER line_limit)
        mistake("${file}" "${lines} lines, the limit is ${line_limit}")
    endif()
endforeach()

file(GLOB_RECURSE texts
    "${SOURCE_DIR}/app/*" "${SOURCE_DIR}/core/*" "${SOURCE_DIR}/widgets/*" "${SOURCE_DIR}/cmake/*"
    "${SOURCE_DIR}/resources/*.json" "${SOURCE_DIR}/resources/*.md" "${SOURCE_DIR}/scenarios/*"
    "${SOURCE_DIR}/tests/*" "${SOURCE_DIR}/scripts/*" "${SOURCE_DIR}/*.md")
list(FILTER texts EXCLUDE REGEX "\\.(png|svg|ttf|otf)$")
forbid("[ \"'(=](/work|/root|/home|/Users)/" "names a folder of one machine" ${texts})

if(mistakes)
    message(FATAL_ERROR "The house rules are broken:${mistakes}")
endif()
