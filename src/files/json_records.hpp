// JSON lines as records: each object of a file becomes one record, or one for each element of its
// array of lines. Columns are the paths of its values, such as "customer.email" or
// "line_items.sku"; they are those of the first 1,000 objects.
#pragma once

#include <memory>
#include <string>

#include "files/record_reader.hpp"

namespace allot::files {

// `lines`: the path of the array of an order's lines, such as "line_items" or "order.items"; empty:
// an object is a line.
[[nodiscard]] Result<std::unique_ptr<RecordReader>> open_json_records(
    std::unique_ptr<TextSource> text, const std::string& lines);

}  // namespace allot::files
