// In the program that has glibc in it: the converters that glibc has built in, and no others. It
// would load the others from the system's glibc, and one of another version than its own may crash
// it.
#include <iconv.h>

#include <cerrno>
#include <string_view>

extern "C" {

iconv_t __real_iconv_open(const char* to, const char* from);
iconv_t __wrap_iconv_open(const char* to, const char* from);

iconv_t __wrap_iconv_open(const char* to, const char* from) {
  for (const std::string_view name : {"UTF-8", "UTF-16LE", "UTF-16BE"}) {
    if (name == from) return __real_iconv_open(to, from);
  }
  errno = ENOTSUP;
  return reinterpret_cast<iconv_t>(-1);
}

}  // extern "C"
