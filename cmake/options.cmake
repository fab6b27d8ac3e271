# Flags of every target of the project, in one interface target. -Wnull-dereference is left to clang-tidy:
# g++ 12 warns of every vector and JSON value that it inlines.
add_library(memwall_options INTERFACE)
target_include_directories(memwall_options INTERFACE ${PROJECT_SOURCE_DIR})
target_compile_options(memwall_options INTERFACE
    -Wall -Wextra -Wpedantic -Wconversion -Wsign-conversion -Wold-style-cast -Wnon-virtual-dtor
    -Woverloaded-virtual -Wcast-align -Wformat=2 -Wduplicated-cond -Wduplicated-branches
    -Wlogical-op -Wdouble-promotion -Wextra-semi -Wsuggest-override -Wundef -Wmissing-declarations
    # g++ 12 sees overflow in text + std::string where there is none (GCC bug 105651).
    -Wno-stringop-overflow -Wno-restrict
    # In a unit of several files, a name of one is a global of the next.
    $<IF:$<BOOL:${MEMWALL_UNITY}>,-Wshadow=local,-Wshadow>)
if(MEMWALL_WERROR)
    target_compile_options(memwall_options INTERFACE -Werror)
endif()
if(MEMWALL_SANITIZE)
    target_compile_options(memwall_options INTERFACE
        -fsanitize=${MEMWALL_SANITIZE} -fno-sanitize-recover=all -fno-omit-frame-pointer)
    target_link_options(memwall_options INTERFACE -fsanitize=${MEMWALL_SANITIZE})
endif()

# Contracts are checked where somebody looks for mistakes, and cost nothing where people use the program.
if(BUILD_TESTING OR MEMWALL_SANITIZE)
    target_compile_definitions(memwall_options INTERFACE MEMWALL_ASSERTS)
endif()

# Same result to the bit on every machine: no fused multiply-add that one compiler has and another not.
target_compile_options(memwall_options INTERFACE -ffp-contract=off)

add_library(memwall_qt_options INTERFACE)
target_link_libraries(memwall_qt_options INTERFACE memwall_options)
target_compile_definitions(memwall_qt_options INTERFACE
    QT_NO_CAST_FROM_ASCII QT_NO_CAST_TO_ASCII QT_NO_URL_CAST_FROM_STRING QT_USE_QSTRINGBUILDER
    QT_DISABLE_DEPRECATED_BEFORE=0x060400)

find_program(MEMWALL_CCACHE ccache)
if(MEMWALL_CCACHE)
    set(CMAKE_CXX_COMPILER_LAUNCHER ${MEMWALL_CCACHE})
endif()
find_program(MEMWALL_MOLD mold)
if(MEMWALL_MOLD)
    add_link_options(-fuse-ld=mold)
endif()

# memwall_unity(TARGET FILES_A_UNIT): several files are compiled as one, which takes a third of the time. So names in
# anonymous namespaces must be distinct within a library.
function(memwall_unity target files)
    set_target_properties(${target} PROPERTIES UNITY_BUILD ${MEMWALL_UNITY} UNITY_BUILD_BATCH_SIZE ${files})
endfunction()
