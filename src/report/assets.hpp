// What the page is made of, compiled in from the files of this folder.
#pragma once

#include <string_view>

namespace allot::report::assets {

extern const std::string_view page_html;
extern const std::string_view page_css;
extern const std::string_view parts_js;  // what the scripts of both pages are made of
extern const std::string_view page_js;
extern const std::string_view comparison_js;
extern const std::string_view charts_js;  // Apache ECharts, with its licence in front
extern const std::string_view texts_en;   // a JSON object
extern const std::string_view texts_zh;

}  // namespace allot::report::assets
