# The .deb and the tarball, as `cpack` in a build tree makes them; scripts/package.sh calls it.
#   allot     the program with its manual and completion, and the shared library of the C interface
#   allot-dev what C++ and C programs are built with
if(NOT PROJECT_IS_TOP_LEVEL)
  return()
endif()
set(CPACK_PACKAGE_NAME allot)
set(CPACK_PACKAGE_VENDOR allot)
set(CPACK_PACKAGE_CONTACT "the maintainers of allot <see SECURITY.md>")
set(CPACK_PACKAGE_DESCRIPTION_SUMMARY "takes orders in, matches them with stock, replays bit for bit")
set(CPACK_PACKAGE_DIRECTORY ${CMAKE_BINARY_DIR}/packages)
set(CPACK_PACKAGING_INSTALL_PREFIX /usr)
set(CPACK_STRIP_FILES ON)
set(CPACK_COMPONENTS_ALL program library development)
set(CPACK_COMPONENT_PROGRAM_GROUP run)
set(CPACK_COMPONENT_LIBRARY_GROUP run)
set(CPACK_COMPONENT_DEVELOPMENT_GROUP dev)

set(CPACK_DEB_COMPONENT_INSTALL ON)
set(CPACK_DEBIAN_PACKAGE_MAINTAINER ${CPACK_PACKAGE_CONTACT})
# "~" sorts before the release itself.
string(REPLACE "-" "~" CPACK_DEBIAN_PACKAGE_VERSION "${ALLOT_VERSION}")
set(CPACK_DEBIAN_FILE_NAME DEB-DEFAULT)
set(CPACK_DEBIAN_PACKAGE_HOMEPAGE "")
set(CPACK_DEBIAN_RUN_PACKAGE_NAME allot)
set(CPACK_DEBIAN_RUN_PACKAGE_SECTION admin)
set(CPACK_DEBIAN_RUN_PACKAGE_SHLIBDEPS ON)
set(CPACK_DEBIAN_DEV_PACKAGE_NAME allot-dev)
set(CPACK_DEBIAN_DEV_PACKAGE_SECTION libdevel)
set(CPACK_DEBIAN_DEV_PACKAGE_DEPENDS
  "allot (= ${CPACK_DEBIAN_PACKAGE_VERSION}), libxxhash-dev, pkg-config")
set(CPACK_COMPONENT_GROUP_RUN_DESCRIPTION "The program and the shared library of the C interface.")
set(CPACK_COMPONENT_GROUP_DEV_DESCRIPTION "Headers and libraries for C++ and C programs.")
include(CPack)
