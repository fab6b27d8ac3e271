# memwall_automoc(TARGET): AUTOMOC, but moc reads no headers that a file includes. What this project declares needs none
# of them, and those of Qt and of the standard library cost a second and more for each file.
function(memwall_automoc target)
    set_target_properties(${target} PROPERTIES AUTOMOC ON)
    if(UNIX)
        get_target_property(MEMWALL_MOC Qt6::moc IMPORTED_LOCATION)
        if(NOT MEMWALL_MOC)
            get_target_property(MEMWALL_MOC Qt6::moc IMPORTED_LOCATION_NONE)
        endif()
        configure_file(${PROJECT_SOURCE_DIR}/cmake/moc_alone.in ${PROJECT_BINARY_DIR}/moc_alone @ONLY
            FILE_PERMISSIONS OWNER_READ OWNER_WRITE OWNER_EXECUTE)
        set_target_properties(${target} PROPERTIES AUTOMOC_EXECUTABLE ${PROJECT_BINARY_DIR}/moc_alone)
    endif()
endfunction()
