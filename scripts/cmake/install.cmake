# What `cmake --install` lays down: the headers, the library, and the two ways to find them
# (find_package(allot CONFIG) and pkg-config allot). bindings/c adds its library to allotTargets.
include(CMakePackageConfigHelpers)

install(TARGETS allot EXPORT allotTargets ARCHIVE DESTINATION ${CMAKE_INSTALL_LIBDIR}
        COMPONENT development)
install(DIRECTORY ${CMAKE_CURRENT_SOURCE_DIR}/include/allot
        DESTINATION ${CMAKE_INSTALL_INCLUDEDIR} COMPONENT development
        FILES_MATCHING PATTERN "*.hpp" PATTERN "*.h")

set(allot_package_dir ${CMAKE_INSTALL_LIBDIR}/cmake/allot)
install(EXPORT allotTargets NAMESPACE allot:: DESTINATION ${allot_package_dir}
        COMPONENT development)
configure_package_config_file(scripts/cmake/allotConfig.cmake.in
  ${CMAKE_CURRENT_BINARY_DIR}/allotConfig.cmake INSTALL_DESTINATION ${allot_package_dir})
# Before 1.0 a minor version may break what was there.
write_basic_package_version_file(${CMAKE_CURRENT_BINARY_DIR}/allotConfigVersion.cmake
  COMPATIBILITY SameMinorVersion)
install(FILES ${CMAKE_CURRENT_BINARY_DIR}/allotConfig.cmake
              ${CMAKE_CURRENT_BINARY_DIR}/allotConfigVersion.cmake
        DESTINATION ${allot_package_dir} COMPONENT development)

# The paths in allot.pc are relative to where it lies, so that the tree can be moved.
file(RELATIVE_PATH allot_pc_prefix
  /allot/${CMAKE_INSTALL_LIBDIR}/pkgconfig /allot)
configure_file(scripts/cmake/allot.pc.in ${CMAKE_CURRENT_BINARY_DIR}/allot.pc @ONLY)
install(FILES ${CMAKE_CURRENT_BINARY_DIR}/allot.pc
        DESTINATION ${CMAKE_INSTALL_LIBDIR}/pkgconfig COMPONENT development)
