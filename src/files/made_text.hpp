// Text that was made of files which are none, by whoever started the program: `python -m allot`
// does so for Parquet, Arrow files and workbooks. Such a file keeps its name and its checksum in
// all that is said and written of it; only what is read comes from elsewhere.
#pragma once

#include <string>

namespace allot::files {

// The variable of the environment that names the folder in which they lie, each under the numbers
// of its file's device and inode, as "66306-1180431".
inline constexpr const char* made_texts_variable = "ALLOT_MADE_TEXTS";

// Returns: the path of the text that was made of the open file; empty when none was.
[[nodiscard]] std::string made_text_of(int descriptor);

}  // namespace allot::files
