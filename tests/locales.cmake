# Locales that tests need, made in the build's folder: nothing of the system changes, and one that cannot be made
# fails. In German and Turkish the tests run once more: a decimal comma, and a language where the small letter of I is
# no i. Pashto has a decimal point of two bytes.
set(memwall_locales de_DE tr_TR)
set(memwall_locale_folder ${PROJECT_BINARY_DIR}/locales)
set(made_locales "")
foreach(locale IN ITEMS ${memwall_locales} ps_AF)
    set(made ${memwall_locale_folder}/${locale}.UTF-8/LC_NUMERIC)
    add_custom_command(OUTPUT ${made}
        COMMAND ${CMAKE_COMMAND} -E make_directory ${memwall_locale_folder}
        COMMAND localedef --no-archive -i ${locale} -f UTF-8 ${memwall_locale_folder}/${locale}.UTF-8
        COMMENT "Making the locale ${locale}" VERBATIM)
    list(APPEND made_locales ${made})
endforeach()
add_custom_target(memwall_made_locales DEPENDS ${made_locales})

# A test that is linked with it fails where its locale is not there.
add_library(memwall_test_locale OBJECT support/locale_is_there.cpp)
target_link_libraries(memwall_test_locale PRIVATE memwall_options)
add_dependencies(memwall_test_locale memwall_made_locales)

# What the same program does in another locale, sanitizers have seen already.
set(memwall_test_timeout 120)
if(MEMWALL_SANITIZE)
    set(memwall_locales "")
    set(memwall_test_timeout 900) # pixels are counted at a twentieth of the speed
endif()

# memwall_add_run(run program test label locale): runs a test in a locale, with settings of its own: a user's are none of
# a test's business, nor the other way round.
function(memwall_add_run run program test label locale)
    set(own ${CMAKE_CURRENT_BINARY_DIR}/${run})
    add_test(NAME ${run} COMMAND ${program} ${test})
    set_tests_properties(${run} PROPERTIES TIMEOUT ${memwall_test_timeout} LABELS ${label}
        ENVIRONMENT "QT_QPA_PLATFORM=offscreen;LC_ALL=${locale}.UTF-8;LOCPATH=${memwall_locale_folder}")
    set_property(TEST ${run} APPEND PROPERTY ENVIRONMENT "XDG_CONFIG_HOME=${own}-config;XDG_DATA_HOME=${own}-data;XDG_STATE_HOME=${own}-state")
    if(MEMWALL_SANITIZE) # Qt Test has a limit of its own, for each function
        set_property(TEST ${run} APPEND PROPERTY ENVIRONMENT QTEST_FUNCTION_TIMEOUT=900000)
    endif()
endfunction()
