// What the pages are made of: words and numbers of a language, tables, charts with their numbers
// behind them. Names that come from a user's files become text nodes, never markup.
//
// `currency`, `exponent`: of all amounts, which are in minor units. `span_ms`: how long a time the page
// is about. `clock_of`: {zone, ahead_ms, as_in_file}, by whose clock times are told, and by how much it is ahead of UTC
// where the steps of the time axis begin.
function page_parts(texts, currency, exponent, span_ms, clock_of) {
  "use strict";

  // ---- Words and numbers.

  const charts = [];
  const locale = texts.locale;
  const plural = new Intl.PluralRules(locale);
  const whole = new Intl.NumberFormat(locale, { maximumFractionDigits: 0 });

  // A text with its {places} filled; one with several forms is chosen by `n`.
  function say(key, values) {
    let text = texts[key];
    if (text === undefined) throw new Error("no text " + key);
    if (typeof text === "object") {
      text = text[plural.select(Number(values.n))] || text.other;
    }
    return text.replace(/\{(\w+)(?:\|([^|}]*)\|([^|}]*))?\}/g, (place, name, one, other) => {
      if (values === undefined || values[name] === undefined) throw new Error(key + " lacks " + name);
      const value = values[name];
      if (one === undefined) return typeof value === "number" ? count(value) : value;
      // A number with its noun; of a text that is no number the noun is the plural.
      return (typeof value === "number" ? count(value) : value) + " " + (String(value) === "1" ? one : other);
    });
  }
  // What the program says in English, such as notes about files, in the words of this language: the
  // first template that the whole text fits. Without one it stays as it is.
  const templates = (texts.said || []).map(([english, own]) => {
    const names = [];
    const pattern = english.replace(/[.*+?^$()|[\]\\]/g, "\\$&").replace(/\{(\w+)\}/g, (place, name) => {
      names.push(name);
      return "(.+?)";
    });
    return { names: names, expression: new RegExp("^" + pattern + "$"), own: own };
  });
  function in_own_words(text) {
    for (const { names, expression, own } of templates) {
      const found = text.match(expression);
      // What stands in a place may be a sentence, too.
      if (found) return own.replace(/\{(\w+)\}/g, (place, name) => own_words_or_name(found[1 + names.indexOf(name)]));
    }
    return texts.said ? undefined : text;
  }
  // The same where what is not known is a name, or a word for programs.
  function own_words_or_name(text) {
    return in_own_words(text) || text;
  }
  const count = (value) => whole.format(Number(value));
  // Rounded to the nearest tenth, halves up, but for what is not all, which never reads as 100 %: as
  // json::tenths_of has it.
  function tenths(part, all) {
    if (!(all > 0)) return 0;
    const nearest = Math.floor((1000 * part) / all + 0.5 + 1e-9);
    return part < all ? Math.min(nearest, 999) : nearest;
  }
  function percent(part, all) {
    if (!(all > 0)) return "–";
    return percent_of_tenths(tenths(part, all));
  }
  function percent_of_tenths(tenths) {
    return new Intl.NumberFormat(locale, { style: "percent", maximumFractionDigits: 1 }).format(tenths / 1000);
  }
  function money(minor) {
    const value = Number(minor) / 10 ** exponent;
    const how = { minimumFractionDigits: exponent, maximumFractionDigits: exponent };
    return new Intl.NumberFormat(locale, with_currency(how)).format(value);
  }
  function with_currency(how) {
    if (!/^[A-Z]{3}$/.test(currency)) return how;
    return { ...how, style: "currency", currency: currency, currencyDisplay: "narrowSymbol" };
  }
  // Durations that stand together have one unit: the greatest in which the least is a tenth at least.
  function durations(least_ns) {
    const units = [[1e9, "s"], [1e6, "ms"], [1e3, "µs"], [1, "ns"]];
    const [size, unit] = units.find(([ns]) => least_ns * 10 >= ns) || units[3];
    return (ns) => {
      const value = ns / size;
      const digits = size === 1 || value >= 99.95 ? 0 : value >= 9.995 ? 1 : 2;
      const how = { minimumFractionDigits: digits, maximumFractionDigits: digits };
      return new Intl.NumberFormat(locale, how).format(value) + " " + unit;
    };
  }
  function bytes(size) {
    return new Intl.NumberFormat(locale, { maximumFractionDigits: 1 }).format(size / 1e6) + " MB";
  }
  const in_zone = (zone, ms, how) => new Intl.DateTimeFormat(locale, { timeZone: zone, ...how }).format(new Date(ms));
  // A time of day that is no moment.
  const utc = (ms, how) => in_zone("UTC", ms, how);
  function known_zone(zone) {
    try {
      in_zone(zone, 0, {});
      return true;
    } catch (unknown) {
      return false;
    }
  }
  // An offset is no zone to every browser, but shifts alike all year.
  const offset = /^([+-])(\d\d):?(\d\d)$/.exec(clock_of.zone);
  const offset_ms = offset ? (offset[1] === "-" ? -60000 : 60000) * (60 * Number(offset[2]) + Number(offset[3])) : 0;
  const is_told = offset !== null || known_zone(clock_of.zone);
  const zone = is_told ? clock_of.zone : "UTC";
  // Times of which nobody said the zone are shown as they stand in the file, by no clock that has a name.
  const zone_name = clock_of.as_in_file ? texts.zone_in_file : (offset ? "UTC" : "") + zone;
  const of_zone = clock_of.as_in_file ? texts.zone_in_file : texts.of_zone.replace("{zone}", zone_name);
  const ahead_ms = is_told ? clock_of.ahead_ms : 0;
  const local = (ms, how) => (offset ? utc(ms + offset_ms, how) : in_zone(zone, ms, how));
  const clock = { hour: "2-digit", minute: "2-digit", hourCycle: "h23" };
  const date = { day: "numeric", month: "short" };
  const full_moment = (ms) => local(ms, { ...date, year: "numeric", ...clock });
  // To the second where what it is one of is shorter than a minute.
  const clock_to = (each_ms) => (each_ms < 60000 ? { ...clock, second: "2-digit" } : clock);
  const with_year = () => (span_ms > 300 * 86400000 ? { year: "numeric" } : {});
  const moment = (ms, each_ms) => local(ms, { ...date, ...with_year(), ...clock_to(each_ms) });
  // From when to when: "27 Nov, 19:00–19:10", or days.
  function span_words(ms, each_ms) {
    const days = each_ms >= 86400000;
    const how = days ? { ...date, year: "numeric" } : { ...date, ...with_year(), ...clock_to(each_ms) };
    const format = new Intl.DateTimeFormat(locale, { timeZone: offset ? "UTC" : zone, ...how });
    const shift = offset ? offset_ms : 0;
    return format.formatRange(new Date(ms + shift), new Date(ms + shift + each_ms - (days ? 1 : 0)));
  }
  // Labels of a time axis: those that stand on a round time, as many as there is room for, each day's
  // first with its date.
  const day_ms = 86400000;
  const hour_ms = 3600000;
  const round_times = [1000, 5000, 15000, 30000, 60000, 300000, 900000, 1800000, hour_ms, 2 * hour_ms, 3 * hour_ms,
    6 * hour_ms, 12 * hour_ms, day_ms, 2 * day_ms, 7 * day_ms, 14 * day_ms, 28 * day_ms, 84 * day_ms, 364 * day_ms];
  function axis_labels(begin_ms, each_ms, n, width) {
    const room = Math.max(2, Math.floor((width - 70) / 60));
    const every = round_times.find((ms) => ms >= each_ms && (n * each_ms) / ms <= room) || n * each_ms;
    const labels = [];
    let day = "";
    let since = Infinity;
    for (let at = 0; at < n; ++at) {
      const ms = begin_ms + at * each_ms;
      const round = each_ms >= day_ms ? since * each_ms >= every : (ms + ahead_ms) % every === 0;
      since = round ? 1 : since + 1;
      if (!round) {
        labels.push("");
      } else if (each_ms >= day_ms) {
        labels.push(local(ms, { ...date, ...(n * each_ms > 300 * day_ms ? { year: "2-digit" } : {}) }));
      } else {
        const its_day = local(ms, date);
        labels.push(every >= day_ms ? its_day : local(ms, clock) + (its_day === day ? "" : "\n" + its_day));
        day = its_day;
      }
    }
    return labels;
  }
  function step_words(ms) {
    const seconds = ms / 1000;
    if (seconds % 86400 === 0) return say("step_d", { n: seconds / 86400 });
    if (seconds % 3600 === 0) return say("step_h", { n: seconds / 3600 });
    if (seconds % 60 === 0) return say("step_min", { n: seconds / 60 });
    return say("step_s", { n: seconds });
  }
  function listed(names) {
    if (names.length < 2) return names.join("");
    return names.slice(0, -1).join(texts.comma) + texts.and + names[names.length - 1];
  }
  // The first of `all` names.
  const listed_some = (names, all) => (all > names.length
    ? say("and_more", { list: names.join(texts.comma), n: all - names.length }) : listed(names));
  const sum = (rows, value) => rows.reduce((all, row) => all + value(row), 0);
  const most = (rows, value) => rows.reduce((best, row) => (value(row) > value(best) ? row : best), rows[0]);
  const reason_name = (name) => (texts.reasons && texts.reasons[name] && texts.reasons[name][0]) || name.replace(/_/g, " ");
  const reason_means = (row) => (texts.reasons && texts.reasons[row.reason] && texts.reasons[row.reason][1]) || row.text;
  const reason_to_do = (row) => (texts.reasons && texts.reasons[row.reason] && texts.reasons[row.reason][2]) || row.to_do;
  const sentence = (text) => text.charAt(0).toUpperCase() + text.slice(1);
  // What running short of a SKU cost: its units, and what was refused with them. A page of an older
  // version told both as one.
  const missing_value = (row) => row.value_refused + (row.value_with || 0) + row.value_waited;
  const missing_units = (row) => row.refused + row.waited;

  // ---- Elements.

  // A code of a shop within a sentence stands between two marks, which element() makes a span of, as it
  // does of what looks like one, with hyphens and a digit or a capital, and of options of the command
  // line: they are broken only where they are longer than a line.
  const [code_begin, code_end] = ["\ue000", "\ue001"];
  const unmarked = (text) => text.replace(/[\ue000\ue001]/g, "");
  const code = (text) => code_begin + unmarked(String(text)) + code_end;
  // As wide as this many letters, and a narrow screen has room for it in a line of a list; letters of
  // Chinese are as wide as two.
  const code_letters = 24;
  const is_short = (text) => [...text].reduce((width, letter) => width + (letter > "\u2e7f" ? 2 : 1), 0) <= code_letters;
  const unbroken = new RegExp(code_begin + "([^" + code_end + "]*)" + code_end + "|((?<![\\w-])--[a-z][a-z-]*"
    + "|(?<![\\p{L}\\p{N}_-])(?=[\\p{L}_-]*[\\p{N}\\p{Lu}])[\\p{L}\\p{N}_]+(?:-[\\p{L}\\p{N}_]+)+)", "u");
  function in_parts(text) {
    const parts = [];
    for (let rest = text; rest !== "";) {
      const found = rest.match(unbroken);
      if (!found) {
        parts.push(rest);
        break;
      }
      if (found.index > 0) parts.push(rest.slice(0, found.index));
      const made = document.createElement("span");
      made.textContent = found[2] === undefined ? found[1] : found[2];
      made.className = is_short(made.textContent) ? "unbroken" : "long_code";
      parts.push(made);
      rest = rest.slice(found.index + found[0].length);
    }
    return parts;
  }
  function element(tag, attributes, ...children) {
    const made = document.createElement(tag);
    for (const [name, value] of Object.entries(attributes || {})) made.setAttribute(name, unmarked(String(value)));
    for (const child of children) {
      if (child !== null && child !== undefined) made.append(...(child instanceof Node ? [child] : in_parts(String(child))));
    }
    return made;
  }
  // A text of ours in which <b> marks what is said loudest.
  function marked(text, mark) {
    const parts = text.split(/<\/?b>/);
    return parts.map((part, at) => (at % 2 === 1 ? element("span", { class: mark }, part) : part));
  }

  // Says that a table goes on beyond the edge of the screen, and lets its edge show it, while it does.
  const watch_width = new ResizeObserver((seen) => {
    for (const { target } of seen) {
      const region = target.closest(".scroll");
      region.parentElement.classList.toggle("cut", region.scrollWidth > region.clientWidth + 1);
    }
  });
  // `columns`: {name, text?, long?, nowrap?, code?, value(row)}; the first is the heading of its row.
  // `caption`: said above it; else that it has the numbers of `title`.
  function table(title, columns, rows, note, caption = say("table_of", { title: title }) + (note ? " " + note : "")) {
    const head = element("tr", null, ...columns.map((column) =>
      element("th", { scope: "col", class: column.text ? "text" : "" }, column.name)));
    const body = rows.map((row) => element("tr", null, ...columns.map((column, at) => {
      const value = column.value(row);
      const whole = column.nowrap || (column.code && is_short(value));
      const kind = (column.text ? "text" : "") + (column.long ? " long" : "") + (whole ? " whole" : "");
      return element(at === 0 ? "th" : "td", at === 0 ? { scope: "row", class: kind } : { class: kind }, value);
    })));
    const made = element("table", null, element("caption", null, caption),
      element("thead", null, head), element("tbody", null, ...body));
    const region = element("div", { class: "scroll" + (rows.length > 16 ? " tall" : ""), role: "region",
      tabindex: "0", "aria-label": caption }, made);
    watch_width.observe(region);
    watch_width.observe(made);
    return element("div", { class: "tabled" }, element("p", { class: "sideways" }, texts.goes_on), region);
  }
  const folded = (...inner) => element("details", null, element("summary", null, texts.numbers), ...inner);

  // A chart with what it shows in words before it, and its numbers behind it. `option` is asked again
  // whenever width or colours change.
  function figure(title, words, keys, height, option, ...numbers) {
    const place = element("div", { class: "chart", role: "img", "aria-label": title + ". " + words,
      style: "height:" + height + "px" });
    charts.push({ place: place, option: option });
    const legend = keys.length < 2 ? null : element("ul", { class: "keys", "aria-hidden": "true" },
      ...keys.map(([name, color]) => element("li", null,
        element("i", { style: "background:" + (color.startsWith("--") ? "var(" + color + ")" : color) }), name)));
    return element("figure", null, element("figcaption", null, words), legend, place, folded(...numbers));
  }
  function section(id, title, ...children) {
    return element("section", { id: id, "aria-labelledby": id + "-h" },
      element("h2", { id: id + "-h", tabindex: "-1" }, title), ...children);
  }
  const paragraph = (text, kind) => element("p", kind ? { class: kind } : null, text);

  // ---- Charts.

  const color_of = (name) => getComputedStyle(document.documentElement).getPropertyValue(name).trim();
  const paint = (color) => (color.startsWith("--") ? color_of(color) : color);
  function escaped(text) {
    const made = document.createElement("div");
    made.textContent = unmarked(text);
    return made.innerHTML;
  }

  function base(width) {
    const muted = color_of("--muted");
    return {
      animation: false,
      textStyle: { fontFamily: getComputedStyle(document.body).fontFamily, fontSize: 12, color: muted },
      grid: { left: 4, right: 12, top: 14, bottom: 4, containLabel: true },
      tooltip: {
        trigger: "axis", confine: true, backgroundColor: color_of("--surface"), borderColor: color_of("--rule"),
        textStyle: { color: color_of("--text"), fontSize: 12 }, axisPointer: { type: "shadow" },
      },
      narrow: width < 520,
    };
  }
  function value_axis(format, max) {
    return {
      type: "value", max: max, splitNumber: 4, minInterval: max === undefined ? 1 : 0,
      interval: max === 1 ? 0.25 : undefined,
      axisLabel: { color: color_of("--muted"), formatter: format, hideOverlap: true },
      splitLine: { lineStyle: { color: color_of("--rule") } },
    };
  }
  function short_number(value) {
    return new Intl.NumberFormat(locale, { notation: "compact", maximumFractionDigits: 1 }).format(value);
  }
  // For cards, which have room for few digits.
  const brief = (value, format, short) => (Math.abs(value) >= 1e6 ? short : format(value));
  const card_number = (value) => brief(value, count, new Intl.NumberFormat(locale, { notation: "compact", maximumSignificantDigits: 3 }).format(value));
  function card_money(minor) {
    const value = minor / 10 ** exponent;
    const how = { notation: "compact", maximumSignificantDigits: 3 };
    return brief(value, () => money(minor), new Intl.NumberFormat(locale, with_currency(how)).format(value));
  }
  const short_money = (minor) => short_number(minor / 10 ** exponent);
  const whole_percent = (value) => new Intl.NumberFormat(locale, { style: "percent" }).format(value);
  function told(heads, lines) {
    return (params) => {
      const at = params[0].dataIndex;
      return "<b>" + escaped(heads(at)) + "</b><br>" + lines.map(([name, color, value]) =>
        '<span style="color:' + paint(color) + '">■</span> ' + escaped(name + ": " + value(at))).join("<br>");
    };
  }

  // series: [{name, color, values, format, kind}]; bars stand on each other. `labels` of a width.
  function over_time(labels, heads, series, format, max) {
    return (width) => {
      const option = base(width);
      delete option.narrow;
      option.tooltip.formatter = told(heads, series.map((one) =>
        [one.name, one.color, (at) => (one.format || count)(one.values[at])]));
      const shown = labels(width);
      option.xAxis = { type: "category", data: shown, axisTick: { show: false },
        axisLine: { lineStyle: { color: color_of("--rule") } },
        axisLabel: { color: color_of("--muted"), interval: (at) => shown[at] !== "" } };
      option.yAxis = value_axis(format, max);
      option.series = series.map((one) => one.kind === "line"
        ? { type: "line", name: one.name, data: one.values, symbol: "none", step: one.step || false,
            lineStyle: { color: paint(one.color), width: 2 }, itemStyle: { color: paint(one.color) },
            areaStyle: one.area ? { color: paint(one.color), opacity: 0.18 } : undefined }
        : { type: "bar", name: one.name, data: one.shares || one.values, stack: one.stack || "all", barCategoryGap: "18%",
            itemStyle: { color: paint(one.color) } });
      return option;
    };
  }
  function sideways(names, heads, series, format, max, wrap) {
    return (width) => {
      const option = base(width);
      const label_width = Math.round(Math.min(180, width * (option.narrow ? 0.34 : 0.28)));
      const fit = wrap && option.narrow ? { overflow: wrap, lineHeight: 14 } : { overflow: "truncate" };
      delete option.narrow;
      option.tooltip.formatter = told(heads, series.map((one) =>
        [one.name, one.color, (at) => (one.format || count)(one.values[at])]));
      option.xAxis = value_axis(format, max);
      option.yAxis = { type: "category", data: names, inverse: true, axisTick: { show: false },
        axisLine: { lineStyle: { color: color_of("--rule") } },
        axisLabel: { color: color_of("--text"), width: label_width, ...fit, interval: 0 } };
      option.series = series.map((one) => ({ type: "bar", name: one.name, data: one.shares || one.values,
        stack: one.stack || "all", barMaxWidth: 22, itemStyle: { color: paint(one.color) } }));
      return option;
    };
  }
  const bars_height = (rows) => 54 + 30 * Math.max(rows, 1);

  function draw(chart) {
    const width = chart.place.clientWidth;
    if (width === 0) return;
    if (!chart.drawn) chart.drawn = echarts.init(chart.place, null, { renderer: "svg" });
    chart.drawn.resize();
    chart.drawn.setOption(chart.option(width), true);
    chart.width = width;
  }
  function draw_all() {
    for (const chart of charts) draw(chart);
    const drawn = charts.filter((chart) => chart.place.querySelector("svg path"));
    document.documentElement.setAttribute("data-charts", drawn.length + "/" + charts.length);
  }

  // Puts the page in its place and keeps its charts as wide as it is.
  function show_page(head, sections, version) {
    document.getElementById("page").append(
      element("a", { class: "skip", href: "#top" }, texts.skip),
      element("div", { class: "wrap" }, head, element("main", null, ...sections),
        element("footer", null, say("footer", { version: version }))));
    draw_all();
    matchMedia("(prefers-color-scheme: dark)").addEventListener("change", draw_all);
    new ResizeObserver(() => {
      for (const chart of charts) {
        if (chart.width !== chart.place.clientWidth) draw(chart);
      }
    }).observe(document.body);
  }
  function card(name, big, small) {
    return element("div", { class: "card" }, element("dt", null, name),
      element("dd", null, element("span", { class: "big", style: "--characters:" + big.length }, big), element("span", { class: "small" }, small)));
  }
  const contents = (sections) => element("nav", { "aria-label": texts.sections }, element("ul", null,
    ...sections.map((one) => element("li", null, element("a", { href: "#" + one.id }, texts["nav_" + one.id])))));

  return {
    ahead_ms, axis_labels, bars_height, bytes, card, card_money, card_number, clock, code, contents, count, date, day_ms,
    durations, element, figure, folded, full_moment, hour_ms, in_own_words, listed, listed_some, local, locale, marked, missing_units, missing_value,
    moment, money, most, over_time, own_words_or_name, paragraph, percent, percent_of_tenths, reason_means, reason_name, reason_to_do, say,
    section, sentence, short_money, short_number, show_page, sideways, span_words, step_words, sum, table, tenths, utc,
    whole_percent, zone: zone_name, of_zone,
  };
}
