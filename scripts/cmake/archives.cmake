# For a program that runs on other systems than the one it is made on: the libraries that it needs are
# told by the paths of their shared files, and have archives beside them.

# The libraries that were found in this directory, and whose names match `names`, are linked as archives
# by what this directory makes.
function(allot_link_archives names)
  get_property(imported DIRECTORY PROPERTY IMPORTED_TARGETS)
  list(FILTER imported INCLUDE REGEX "${names}")
  foreach(target IN LISTS imported)
    get_target_property(configurations ${target} IMPORTED_CONFIGURATIONS)
    set(properties IMPORTED_LOCATION)
    foreach(configuration IN LISTS configurations)
      list(APPEND properties IMPORTED_LOCATION_${configuration})
    endforeach()
    foreach(property IN LISTS properties)
      get_target_property(file ${target} ${property})
      if(NOT file)
        continue()
      endif()
      string(REGEX REPLACE "\\.so[.0-9]*$" ".a" archive "${file}")
      if(NOT EXISTS "${archive}")
        message(FATAL_ERROR "${target}: ${archive} is not there; a portable program needs it")
      endif()
      set_target_properties(${target} PROPERTIES ${property} ${archive})
    endforeach()
  endforeach()
endfunction()

# `target`, which pkg-config found, is linked as an archive into programs only: one that is made without
# position-independent code cannot be put into a shared library.
function(allot_link_archive_into_programs target archive_name)
  find_library(ALLOT_ARCHIVE_${archive_name} NAMES ${archive_name} REQUIRED)
  get_target_property(shared ${target} INTERFACE_LINK_LIBRARIES)
  set_target_properties(${target} PROPERTIES INTERFACE_LINK_LIBRARIES
    "$<IF:$<STREQUAL:$<TARGET_PROPERTY:TYPE>,EXECUTABLE>,${ALLOT_ARCHIVE_${archive_name}},${shared}>")
endfunction()
