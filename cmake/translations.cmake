# Translations lie in resources/translations/memwall_CODE.ts: a file more is a language more. English has one too, for its
# plurals, and as what a new language is copied from. Nothing here changes a source: `update_translations` does, on request.
# Debian has these tools without a CMake package, and wrappers of the same names for another Qt in /usr/bin.
set(qt_tools ${QT6_INSTALL_PREFIX}/${QT6_INSTALL_BINS})
find_program(MEMWALL_LUPDATE lupdate HINTS ${qt_tools} NO_DEFAULT_PATH REQUIRED)
find_program(MEMWALL_LRELEASE lrelease HINTS ${qt_tools} NO_DEFAULT_PATH REQUIRED)

file(GLOB memwall_translations CONFIGURE_DEPENDS ${PROJECT_SOURCE_DIR}/resources/translations/memwall_*.ts)

add_custom_target(update_translations
    COMMAND ${CMAKE_COMMAND} -DSOURCE_DIR=${PROJECT_SOURCE_DIR} -DLUPDATE=${MEMWALL_LUPDATE}
        -P ${PROJECT_SOURCE_DIR}/cmake/update_translations.cmake
    USES_TERMINAL VERBATIM)

# memwall_embed_translations(TARGET): ":/translations/memwall_CODE.qm" in every program that links with it.
function(memwall_embed_translations target)
    set(folder ${CMAKE_CURRENT_BINARY_DIR}/translations)
    set(compiled "")
    foreach(source IN LISTS memwall_translations)
        cmake_path(GET source STEM name)
        add_custom_command(OUTPUT ${folder}/${name}.qm
            COMMAND ${CMAKE_COMMAND} -E make_directory ${folder}
            COMMAND ${MEMWALL_LRELEASE} -silent ${source} -qm ${folder}/${name}.qm
            DEPENDS ${source} COMMENT "Compiling the translation ${name}" VERBATIM)
        list(APPEND compiled ${folder}/${name}.qm)
    endforeach()
    qt_add_resources(${target} memwall_translations PREFIX /translations BASE ${folder} FILES ${compiled})
endfunction()
