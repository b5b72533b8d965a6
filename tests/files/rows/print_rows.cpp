// Prints the rows of a delimited file as JSON lines, as DelimitedReader has them.
//
// usage: print_rows DELIMITER FILE
#include <cstdio>
#include <nlohmann/json.hpp>
#include <string>

#include "files/delimited_reader.hpp"

int main(int argc, char** argv) {
  if (argc != 3) return 2;
  auto source = allot::files::ByteSource::open_file(argv[2]);
  if (!source.ok()) return 1;
  allot::files::DelimitedReader reader(std::move(source.value()), {argv[1][0], true});
  for (bool more = true;;) {
    if (const allot::Status status = reader.next(more); !status.ok()) {
      std::fprintf(stderr, "%s\n", status.message().c_str());
      return 1;
    }
    if (!more) return 0;
    nlohmann::json row = nlohmann::json::array();
    for (const std::string_view field : reader.fields()) row.push_back(std::string(field));
    std::puts(row.dump().c_str());
  }
}
