# Every text of the sources is in every translation, where a translator finds it, and has a context that the program
# asks with: cmake -DSOURCE_DIR=… -DLUPDATE=… -DFOLDER=… -P this. FOLDER is one to work in.
cmake_minimum_required(VERSION 3.25)

set(shipped ${SOURCE_DIR}/resources/translations)
file(REMOVE_RECURSE ${FOLDER})
file(COPY ${shipped}/ DESTINATION ${FOLDER})
include(${SOURCE_DIR}/cmake/update_translations.cmake)

foreach(translation IN LISTS translations)
    cmake_path(GET translation FILENAME name)
    execute_process(COMMAND ${CMAKE_COMMAND} -E compare_files ${translation} ${shipped}/${name}
        RESULT_VARIABLE differs OUTPUT_QUIET ERROR_QUIET)
    if(differs)
        execute_process(COMMAND diff -U2 ${shipped}/${name} ${translation} OUTPUT_VARIABLE difference)
        message(FATAL_ERROR "resources/translations/${name} is not what the sources say; "
            "ninja -C build/release update_translations brings it up to date:\n${difference}")
    endif()
    # A plural that is not told apart would be shown as "1 chips".
    file(READ ${translation} text)
    if(name STREQUAL "memwall_en.ts" AND text MATCHES "<numerusform></numerusform>")
        message(FATAL_ERROR "resources/translations/memwall_en.ts has a plural without words")
    endif()
endforeach()
if(NOT translations)
    message(FATAL_ERROR "There is no translation in ${shipped}")
endif()
