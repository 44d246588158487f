# The few functions with which every room is built.
include(GoogleTest)

# Warnings are errors in our own code, and only there: generated protocol code stays outside.
add_library(chunhui_warnings INTERFACE)
target_compile_options(chunhui_warnings INTERFACE -Wall -Wextra -Wpedantic -Werror -Wshadow
                                                  -Wnon-virtual-dtor -Wno-missing-field-initializers)

# chunhui_library(NAME [LINK library...] [PRECOMPILE header...])
# Turns the .cpp files of this folder (not of its sub-folders) into one static library.
function(chunhui_library name)
  cmake_parse_arguments(arg "" "" "LINK;PRECOMPILE;EXCLUDE" ${ARGN})
  file(GLOB sources CONFIGURE_DEPENDS *.cpp)
  list(FILTER sources EXCLUDE REGEX "/main\\.cpp$")
  foreach(pattern IN LISTS arg_EXCLUDE)
    list(FILTER sources EXCLUDE REGEX "${pattern}")
  endforeach()
  if(NOT sources)
    message(STATUS "${name}: nothing to build yet")
    return()
  endif()
  add_library(${name} STATIC ${sources})
  target_include_directories(${name} PUBLIC ${CMAKE_SOURCE_DIR})
  target_link_libraries(${name} PUBLIC ${arg_LINK} PRIVATE chunhui_warnings)
  if(arg_PRECOMPILE)
    target_precompile_headers(${name} PRIVATE ${arg_PRECOMPILE})
  endif()
endfunction()

# chunhui_program(NAME SOURCE [LINK library...])
function(chunhui_program name source)
  cmake_parse_arguments(arg "" "" "LINK" ${ARGN})
  add_executable(${name} ${source})
  target_link_libraries(${name} PRIVATE ${arg_LINK} chunhui_warnings)
endfunction()

# The test framework's header is compiled once for all test programs.
function(chunhui_reuse_precompiled name)
  if(NOT TARGET tests_precompiled)
    add_library(tests_precompiled OBJECT ${CMAKE_SOURCE_DIR}/tests/support/precompiled.cpp)
    target_link_libraries(tests_precompiled PRIVATE GTest::gtest_main chunhui_warnings)
    target_precompile_headers(tests_precompiled PRIVATE <gtest/gtest.h> <map> <string> <vector>)
  endif()
  target_precompile_headers(${name} REUSE_FROM tests_precompiled)
endfunction()

# chunhui_test_program(NAME SOURCES [LINK library...] [LABELS label...] [TIMEOUT seconds] [PRECOMPILE header...])
# One test program, each TEST an entry of ctest. PRECOMPILE: headers that most of many sources share.
function(chunhui_test_program name sources)
  cmake_parse_arguments(arg "" "TIMEOUT" "LINK;LABELS;PRECOMPILE" ${ARGN})
  if(NOT arg_TIMEOUT)
    set(arg_TIMEOUT 60)
  endif()
  add_executable(${name} ${sources})
  target_link_libraries(${name} PRIVATE ${arg_LINK} GTest::gtest_main chunhui_warnings)
  target_compile_definitions(${name} PRIVATE CHUNHUI_SOURCE_DIR="${CMAKE_SOURCE_DIR}"
                                             CHUNHUI_BIN_DIR="${CMAKE_RUNTIME_OUTPUT_DIRECTORY}")
  if(arg_PRECOMPILE)
    target_precompile_headers(${name} PRIVATE <gtest/gtest.h> ${arg_PRECOMPILE})
  else()
    chunhui_reuse_precompiled(${name})
  endif()
  gtest_discover_tests(${name} DISCOVERY_TIMEOUT 60 PROPERTIES TIMEOUT ${arg_TIMEOUT})
  # Labels come afterwards: gtest_discover_tests would take the second for another property's name.
  set(labels_file ${CMAKE_CURRENT_BINARY_DIR}/${name}_labels.cmake)
  file(WRITE ${labels_file}
       "if(${name}_TESTS)
  set_tests_properties(\${${name}_TESTS} PROPERTIES LABELS \"${arg_LABELS}\")
endif()
")
  set_property(DIRECTORY APPEND PROPERTY TEST_INCLUDE_FILES ${labels_file})
endfunction()

# chunhui_tests(NAME ...): the same for the *_test.cpp files of this folder, if there are any.
function(chunhui_tests name)
  file(GLOB sources CONFIGURE_DEPENDS *_test.cpp)
  if(sources)
    chunhui_test_program(${name} "${sources}" ${ARGN})
  endif()
endfunction()
