# Brings every translation up to date with the sources: cmake -DSOURCE_DIR=… -DLUPDATE=… [-DFOLDER=…] -P this. FOLDER is
# where they lie, resources/translations unless it is said. Fails where lupdate has something to say about a source.
cmake_minimum_required(VERSION 3.25)

if(NOT FOLDER)
    set(FOLDER ${SOURCE_DIR}/resources/translations)
endif()

file(GLOB translations ${FOLDER}/memwall_*.ts)
foreach(translation IN LISTS translations)
    # In English nobody's work is lost with a text that has gone.
    set(gone "")
    if(translation MATCHES "memwall_en\\.ts$")
        set(gone -no-obsolete)
    endif()
    # With the headers it knows in which class and namespace a text is.
    execute_process(
        COMMAND ${LUPDATE} -silent ${gone} -locations none -source-language en_US -I . -recursive widgets app
            -ts ${translation}
        WORKING_DIRECTORY ${SOURCE_DIR} OUTPUT_VARIABLE said ERROR_VARIABLE warnings RESULT_VARIABLE failed)
    if(failed OR NOT warnings STREQUAL "")
        message(FATAL_ERROR "lupdate finds no context or no text here:\n${warnings}")
    endif()
endforeach()
