# ninja tidy: clang-tidy over the project's own sources. Build first, so that moc's output exists.
find_program(MEMWALL_RUN_CLANG_TIDY NAMES run-clang-tidy-19)
if(MEMWALL_RUN_CLANG_TIDY)
    add_custom_target(tidy
        COMMAND ${MEMWALL_RUN_CLANG_TIDY} -quiet -p ${PROJECT_BINARY_DIR}
            "^(?!.*_autogen).*/(app|core|widgets|tests)/.*\\.cpp$"
        WORKING_DIRECTORY ${PROJECT_SOURCE_DIR} USES_TERMINAL VERBATIM)
endif()
