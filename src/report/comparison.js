// Makes the page of two runs from the two blocks of JSON that stand in it: report-data, with the data
// of both as their reports have it, and report-texts. A is the run that was there, B the other one.
(function () {
  "use strict";

  const data = JSON.parse(document.getElementById("report-data").textContent);
  const texts = JSON.parse(document.getElementById("report-texts").textContent);
  const run_a = data.runs.a;
  const run_b = data.runs.b;
  const a = run_a.figures;
  const b = run_b.figures;
  const with_prices = (run) => run.figures.total.value > 0 && !run.several_currencies;
  const has_money = with_prices(run_a) && with_prices(run_b) && run_a.currency === run_b.currency;
  const end_of = (figures) => figures.begin_ms + figures.steps.length * figures.step_ms;
  const begin_ms = Math.min(a.begin_ms, b.begin_ms);
  const {
    ahead_ms, axis_labels, bars_height, card, card_money, card_number, clock, code, contents, count, date, day_ms, element, figure,
    full_moment, hour_ms, listed, listed_some, local, locale, marked, missing_units, missing_value, moment, money, most, over_time,
    own_words_or_name, paragraph, percent, percent_of_tenths, reason_name, say, section, sentence, short_money, short_number, show_page, sideways, step_words,
    sum, table, tenths, utc, whole_percent, zone, of_zone,
  } = page_parts(texts, run_a.currency, run_a.exponent, Math.max(end_of(a), end_of(b)) - begin_ms,
    { zone: run_a.time_zone || "UTC", ahead_ms: a.ahead_ms || 0, as_in_file: run_a.times_as_in_file });

  const color_a = "--other";
  const color_b = "--at-once";
  const keys = [["A", color_a], ["B", color_b]];
  // Costs of lanes that nobody gave say nothing.
  const has_cost = has_money && !a.costs_made_up && !b.costs_made_up;
  const shipping = (figures) => sum(figures.parcels, (group) => group.cost);
  const signed = new Intl.NumberFormat(locale, { maximumFractionDigits: 1, signDisplay: "exceptZero" });
  const sentences = (parts) => sentence(parts.join(texts.cmp_next)) + texts.cmp_end;
  const differs = (value, format) => (value === 0 ? texts.cmp_same : (value > 0 ? "+\u2060" : "−\u2060") + format(Math.abs(value)));
  const points = (difference) => (difference === 0 ? texts.cmp_same
    : say("cmp_points", { n: signed.format(difference / 10).replace("-", "−") }));
  const fill_points = (one, other) => points(tenths(other.at_once, other.units) - tenths(one.at_once, one.units));
  const name_of_b = data.changed.length > 0
    ? say("cmp_the_same_with", { list: listed(data.changed) }) : data.names.b;

  // ---- The SKUs of both: what was missing of each. One that a run does not list is compared only where
  // that run lists all that ran short.

  const all_listed = (figures) => figures.shortfalls.length === figures.skus_short;
  const lists_all = all_listed(a) && all_listed(b);
  function compared_skus() {
    const rows = new Map();
    const none = { refused: 0, waited: 0, value_refused: 0, value_waited: 0 };
    for (const row of a.shortfalls) rows.set(row.sku, { sku: row.sku, a: row, b: null });
    for (const row of b.shortfalls) rows.set(row.sku, { ...(rows.get(row.sku) || { sku: row.sku, a: null }), b: row });
    const weight = has_money ? missing_value : missing_units;
    return [...rows.values()]
      .filter((row) => (row.a || all_listed(a)) && (row.b || all_listed(b)))
      .map((row) => ({ ...row, kind: row.a ? (row.b ? "both" : "gone") : "came",
        was: weight(row.a || none), is: weight(row.b || none),
        was_units: missing_units(row.a || none), is_units: missing_units(row.b || none) }))
      .sort((x, y) => Math.abs(y.is - y.was) - Math.abs(x.is - x.was) || (x.sku < y.sku ? -1 : 1));
  }
  const skus = compared_skus();
  const gone = skus.filter((row) => row.kind === "gone");
  const came = skus.filter((row) => row.kind === "came");
  const names_of = (rows, most_of) => listed_some(rows.slice(0, most_of).map((row) => code(row.sku)), rows.length);

  // ---- The head of the page.

  function title() {
    const with_b = data.changed.length > 0 ? say("cmp_with", { list: listed(data.changed) }) : texts.cmp_in_b;
    const was = tenths(a.total.at_once, a.total.units);
    const is = tenths(b.total.at_once, b.total.units);
    const values = { with: with_b, is: percent(b.total.at_once, b.total.units), was: percent(a.total.at_once, a.total.units) };
    if (is === was) return marked(say("cmp_title_same", values), "good");
    return marked(say("cmp_title", values), is > was ? "good" : "bad");
  }
  function lead() {
    const said = [];
    const units = (key, value) => {
      if (value !== 0) said.push(say("cmp_" + key + (value > 0 ? "_more" : "_fewer"), { n: Math.abs(value) }));
    };
    units("refused", b.total.refused - a.total.refused);
    units("waiting", b.total.waiting - a.total.waiting);
    const cost = has_cost ? shipping(b) - shipping(a) : 0;
    const parcels = run_b.summary.parcels - run_a.summary.parcels;
    if (parcels !== 0) said.push(say("cmp_parcels" + (parcels > 0 ? "_more" : "_fewer"), { n: Math.abs(parcels) }));
    if (cost !== 0) said.push(say("cmp_cost" + (cost > 0 ? "_more" : "_less"), { cost: money(Math.abs(cost)) }));
    const lines = [paragraph(sentences(said.length > 0 ? said : [texts[has_cost ? "cmp_nothing" : "cmp_nothing_units"]]), "lead")];
    const short = [];
    if (!lists_all) {
      if (a.skus_short !== b.skus_short) short.push(say("cmp_short_n", { is: b.skus_short, was: a.skus_short }));
    } else {
      if (gone.length > 0) short.push(say("cmp_gone", { n: gone.length, list: names_of(gone, 8) }));
      if (came.length > 0) short.push(say("cmp_came", { n: came.length, list: names_of(came, 8) }));
    }
    if (short.length > 0) lines.push(paragraph(sentences(short), "lead"));
    return lines;
  }
  function cards() {
    const one = (name, was, is, format, difference) => card(name, format(is),
      say("cmp_card", { was: format(was), change: difference || differs(is - was, format) }));
    const t = a.total;
    const u = b.total;
    return element("dl", { class: "cards" },
      card(texts.fill_rate, percent(u.at_once, u.units),
        say("cmp_card", { was: percent(t.at_once, t.units), change: fill_points(t, u) })),
      one(texts.accepted_orders, t.accepted, u.accepted, card_number),
      has_money ? one(texts.goods_refused, t.value_refused, u.value_refused, card_money)
        : one(texts.refused_units, t.refused, u.refused, card_number),
      has_money ? one(texts.goods_waiting, t.value_waiting, u.value_waiting, card_money)
        : one(texts.waited_units, t.waiting, u.waiting, card_number),
      one(texts.skus_short, a.skus_short, b.skus_short, card_number),
      has_cost ? one(texts.cost, shipping(a), shipping(b), card_money)
        : one(texts.parcels, run_a.summary.parcels, run_b.summary.parcels, card_number));
  }
  function head(sections) {
    const unlike = data.unlike.map((what) => texts["unlike_" + what]);
    const notes = [say("cmp_synthetic", { n: run_b.summary.synthetic.length })];
    if (unlike.length > 0) notes.unshift(say("cmp_unlike", { list: listed(unlike) }));
    if (!has_money) notes.push(texts.cmp_no_money);
    return element("header", null,
      element("p", { class: "kicker" }, say("cmp_kicker", { a: data.names.a, b: name_of_b })),
      element("h1", { id: "top", tabindex: "-1" }, ...title()), ...lead(),
      element("p", { class: "note" }, notes.join(" ")), cards(), contents(sections));
  }

  // ---- The sections.

  function compared_table(name, column, rows, note) {
    return table(name, [{ name: column, text: true, value: (row) => row.name },
      { name: "A", value: (row) => row.format(row.a) }, { name: "B", value: (row) => row.format(row.b) },
      { name: "B − A", value: (row) => row.change || differs(row.b - row.a, row.format) }], rows, note);
  }
  function figures_section() {
    const row = (name, format, of) => ({ name: name, format: format, a: of(run_a), b: of(run_b) });
    const share = (name, part, whole) => ({ ...row(name, percent_of_tenths, (run) => tenths(part(run), whole(run))),
      change: points(tenths(part(run_b), whole(run_b)) - tenths(part(run_a), whole(run_a))) });
    const total = (key) => (run) => run.figures.total[key];
    const rows = [row(texts.orders, count, total("orders")), row(texts.accepted_orders, count, total("accepted")),
      share(texts.cmp_share_accepted, total("accepted"), total("orders")),
      row(texts.asked, count, total("units")), row(texts.at_once, count, total("at_once")),
      share(texts.fill_rate, total("at_once"), total("units")),
      row(texts.waited_units, count, total("waiting")),
      row(texts.served_units, count, (run) => sum(run.figures.steps, (step) => step.served)),
      row(texts.refused_units, count, total("refused")),
      row(texts.skus_short, count, (run) => run.figures.skus_short),
      row(texts.expired, count, (run) => run.figures.afterwards.expired),
      row(texts.cancelled, count, (run) => run.figures.afterwards.cancelled),
      row(texts.parcels, count, (run) => run.summary.parcels),
      row(texts.split_orders, count, (run) => run.summary.split_orders)];
    if (has_money) {
      rows.push(row(texts.value, money, total("value")), row(texts.value_refused, money, total("value_refused")),
        row(texts.value_waited, money, total("value_waiting")));
      if (has_cost) rows.push(row(texts.cost, money, (run) => shipping(run.figures)));
    }
    return section("figures", texts.cmp_figures_h, compared_table(texts.cmp_figures_h, texts.what, rows));
  }

  // Steps of both on one axis: each is so long that the steps of both fit into it whole.
  function on_one_axis() {
    const divisor = (x, y) => (y === 0 ? x : divisor(y, x % y));
    let step_ms = (a.step_ms / divisor(a.step_ms, b.step_ms)) * b.step_ms;
    const end = Math.max(end_of(a), end_of(b));
    step_ms *= Math.ceil((end - begin_ms) / step_ms / 200);
    const first = Math.floor((begin_ms + ahead_ms) / step_ms) * step_ms - ahead_ms;
    const rows = Array.from({ length: Math.ceil((end - first) / step_ms) }, (none, at) => (
      { ms: first + at * step_ms, orders_a: 0, accepted_a: 0, orders_b: 0, accepted_b: 0 }));
    for (const [figures, run] of [[a, "a"], [b, "b"]]) {
      figures.steps.forEach((step, at) => {
        const row = rows[Math.floor((figures.begin_ms + at * figures.step_ms - first) / step_ms)];
        row["orders_" + run] += step.orders;
        row["accepted_" + run] += step.accepted;
      });
    }
    const last = rows.reduce((till, row, at) => (row.orders_a + row.orders_b > 0 ? at + 1 : till), 1);
    return { step_ms: step_ms, first: first, rows: rows.slice(0, last) };
  }
  function time_section() {
    const { step_ms, first, rows } = on_one_axis();
    const step_name = step_words(step_ms);
    const head_of = (at) => (step_ms >= day_ms ? local(rows[at].ms, { ...date, year: "numeric" }) : moment(rows[at].ms));
    const far = most(rows.map((row, at) => ({ at: at, by: row.accepted_b - row.accepted_a })), (one) => Math.abs(one.by));
    const words = far.by === 0 ? texts.cmp_time_same
      : say("cmp_time_sum", { step: step_name, at: head_of(far.at), by: differs(far.by, count) });
    const alike = rows.every((row) => row.orders_a === row.orders_b);
    const arrived = alike
      ? [[texts.arrived, "--text", "orders_a"]]
      : [[texts.arrived + " A", "--text", "orders_a"], [texts.arrived + " B", "--waiting", "orders_b"]];
    const lines = [...arrived, [texts.accepted + " A", color_a, "accepted_a"], [texts.accepted + " B", color_b, "accepted_b"]];
    const series = lines.map(([name, color, key]) => ({ name: name, color: color, kind: "line",
      values: rows.map((row) => row[key]) }));
    const numbers = table(texts.time_h, [{ name: texts.time, text: true, value: (row) => head_of(row.at) },
      ...lines.map(([name, , key]) => ({ name: name, value: (row) => count(row[key]) })),
      { name: texts.accepted + " B − A", value: (row) => differs(row.accepted_b - row.accepted_a, count) }],
      rows.map((row, at) => ({ ...row, at: at })));
    return section("time", texts.time_h, paragraph(say("cmp_time_p", { step: step_name, of_zone: of_zone }), "quiet"),
      figure(texts.time_h, words, lines.map(([name, color]) => [name, color]), 300,
        over_time((width) => axis_labels(first, step_ms, rows.length, width), head_of, series, short_number), numbers));
  }

  // Demand of both by a key, with what is only in one of them.
  function joined(rows_a, rows_b, key) {
    const none = { units: 0, at_once: 0 };
    const rows = new Map();
    for (const row of rows_a) rows.set(key(row), { key: key(row), a: row, b: none });
    for (const row of rows_b) rows.set(key(row), { ...(rows.get(key(row)) || { key: key(row), a: none }), b: row });
    return [...rows.values()];
  }
  const fill_told = (row) => (row.units > 0 ? percent(row.at_once, row.units) : "–");
  const fill_share = (row) => (row.units > 0 ? row.at_once / row.units : 0);
  const fill_series = (rows, kind) => keys.map(([name, color], at) => {
    const its = rows.map((row) => (at === 0 ? row.a : row.b));
    // A line has a gap where nothing was asked for.
    if (kind === "line") {
      return { name: name, color: color, kind: kind, values: its.map((row) => (row.units > 0 ? fill_share(row) : null)),
        format: (share) => (share === null ? "–" : percent(share, 1)) };
    }
    return { name: name, color: color, stack: name, shares: its.map(fill_share), values: its.map(fill_told), format: (text) => text };
  });
  function fill_numbers(title, column, rows, name) {
    return table(title, [{ name: column, text: true, value: name },
      { name: texts.units + " A", value: (row) => count(row.a.units) }, { name: texts.units + " B", value: (row) => count(row.b.units) },
      { name: texts.fill_rate + " A", value: (row) => fill_told(row.a) }, { name: texts.fill_rate + " B", value: (row) => fill_told(row.b) },
      { name: "B − A", value: (row) => (row.a.units > 0 && row.b.units > 0 ? fill_points(row.a, row.b) : "–") }], rows);
  }
  function fill_words(rows, name) {
    const moved = rows.filter((row) => row.a.units > 0 && row.b.units > 0)
      .map((row) => ({ row: row, by: tenths(row.b.at_once, row.b.units) - tenths(row.a.at_once, row.a.units) }));
    if (moved.length === 0 || moved.every((one) => one.by === 0)) return texts.cmp_fill_same;
    const far = most(moved, (one) => Math.abs(one.by));
    return say("cmp_fill_sum", { name: name(far.row), was: fill_told(far.row.a), is: fill_told(far.row.b) });
  }
  function hours_figure() {
    const in_turn = a.hours_in_turn && b.hours_in_turn;
    const by_hour = (figures) => {
      const rows = figures.hours.map((hour, at) => ({ ...hour, ms: (figures.hours_in_turn ? figures.first_hour_ms : 0) + at * hour_ms }));
      if (in_turn || !figures.hours_in_turn) return rows;
      const day = Array.from({ length: 24 }, (none, at) => ({ ms: at * hour_ms, units: 0, at_once: 0 }));
      for (const row of rows) {
        const its_hour = day[Math.floor((row.ms + ahead_ms) / hour_ms) % 24];
        its_hour.units += row.units;
        its_hour.at_once += row.at_once;
      }
      return day;
    };
    const used = joined(by_hour(a), by_hour(b), (row) => row.ms).filter((row) => row.a.units + row.b.units > 0)
      .sort((x, y) => x.key - y.key);
    const head_of = (at) => (in_turn ? moment(used[at].key) : utc(used[at].key, clock));
    const labels = (width) => used.map((row, at) => (at % Math.max(1, Math.ceil((used.length * 55) / Math.max(width - 70, 60))) === 0
      ? (in_turn ? local : utc)(row.key, clock) : ""));
    const name = in_turn ? texts.by_hour : texts.by_hour_of_day;
    const series = fill_series(used, "line");
    const words = fill_words(used, (row) => (in_turn ? moment(row.key) : utc(row.key, clock)));
    return [element("h3", null, name), figure(name, words, keys, 280, over_time(labels, head_of, series, whole_percent, 1),
      fill_numbers(name, say("hour", { zone: zone }), used, (row) => (in_turn ? moment(row.key) : utc(row.key, clock))))];
  }
  function named_figure(name, column, of) {
    const rows = joined(of(a), of(b), (row) => row.name)
      .sort((x, y) => y.a.units + y.b.units - x.a.units - x.b.units || (x.key < y.key ? -1 : 1));
    const shown = rows.slice(0, 12);
    let words = fill_words(rows, (row) => row.key);
    if (rows.length > shown.length) words += " " + say("shown_first", { n: shown.length, all: rows.length });
    return element("div", null, element("h3", null, name), figure(name, words, keys, bars_height(shown.length * 1.5),
      sideways(shown.map((row) => row.key), (at) => shown[at].key, fill_series(shown, "bar"), whole_percent, 1),
      fill_numbers(name, column, rows, (row) => row.key)));
  }
  function fill_section() {
    // One channel alone is all orders, and may be one that no file names.
    const channels = new Set([...a.channels, ...b.channels].map((row) => row.name));
    const by = [named_figure(texts.by_zone, texts.zone, (figures) => figures.zones)];
    if (channels.size > 1) by.push(named_figure(texts.by_channel, texts.channel, (figures) => figures.channels));
    return section("fill", texts.fill_h, paragraph(texts.cmp_fill_p, "quiet"), ...hours_figure(),
      ...(by.length > 1 ? [element("div", { class: "pair" }, ...by)] : by));
  }

  function short_section() {
    const heading = has_money ? texts.short_h : texts.short_h_units;
    const parts = [paragraph(texts.short_p, "quiet")];
    const changed = skus.filter((row) => row.was !== row.is || row.was_units !== row.is_units || row.kind !== "both");
    if (!lists_all) parts.push(paragraph(say("cmp_listed", { a: a.shortfalls.length, b: b.shortfalls.length }), "quiet"));
    if (skus.length === 0) return section("short", heading, paragraph(texts.short_none));
    if (changed.length === 0) return section("short", heading, ...parts, paragraph(texts.cmp_short_same));
    for (const [rows, text] of [[gone, "cmp_gone"], [came, "cmp_came"]]) {
      if (rows.length > 0) parts.push(paragraph(sentences([say(text, { n: rows.length, list: names_of(rows, 30) })])));
    }
    const format = has_money ? money : count;
    const shown = changed.slice(0, 12);
    const dearest = changed[0];
    const words = say("cmp_short_sum", { sku: code(dearest.sku), was: format(dearest.was), is: format(dearest.is) });
    const series = keys.map(([name, color]) => ({ name: name, color: color, stack: name, format: format,
      values: shown.map((row) => (name === "A" ? row.was : row.is)) }));
    const tabled = changed.slice(0, 200);
    const when = (row) => (row ? moment(row.first_ms) : texts.cmp_never);
    const kinds = { gone: texts.cmp_kind_gone, came: texts.cmp_kind_came };
    const numbers = table(texts.cmp_missing, [{ name: texts.sku, text: true, code: true, value: (row) => row.sku },
      { name: texts.cmp_what_became, text: true, value: (row) => kinds[row.kind] || (row.is > row.was ? texts.cmp_kind_more : texts.cmp_kind_less) },
      { name: texts.cmp_units_missing + " A", value: (row) => count(row.was_units) },
      { name: texts.cmp_units_missing + " B", value: (row) => count(row.is_units) },
      ...(has_money ? [{ name: texts.cmp_value_missing + " A", value: (row) => money(row.was) },
        { name: texts.cmp_value_missing + " B", value: (row) => money(row.is) }] : []),
      { name: "B − A", value: (row) => differs(row.is - row.was, format) },
      { name: texts.first_short + " A", value: (row) => when(row.a) }, { name: texts.first_short + " B", value: (row) => when(row.b) }],
      tabled, tabled.length < changed.length ? say("cmp_table_first", { n: tabled.length, all: changed.length }) : "");
    parts.push(element("h3", null, texts.cmp_missing), figure(texts.cmp_missing, words, keys, bars_height(shown.length * 1.5),
      sideways(shown.map((row) => row.sku), (at) => shown[at].sku, series, has_money ? short_money : short_number), numbers));
    return section("short", heading, ...parts);
  }

  // Bars of A and B beside one another, one pair for each row.
  function pairs_figure(name, column, words, rows, format, short, wrap) {
    const series = keys.map(([key, color]) => ({ name: key, color: color, stack: key, format: format,
      values: rows.map((row) => (key === "A" ? row.a : row.b)) }));
    return figure(name, words, keys, bars_height(rows.length * 1.5), sideways(rows.map((row) => row.name), (at) => rows[at].name,
      series, short, undefined, wrap), compared_table(name, column, rows.map((row) => ({ ...row, format: format }))));
  }
  function cost_section() {
    const parcels = a.parcels.map((group, at) => ({ name: texts["parcels_" + at] || String(at), a: group.orders, b: b.parcels[at].orders }));
    const split = { was: percent(run_a.summary.split_orders, a.total.accepted), is: percent(run_b.summary.split_orders, b.total.accepted) };
    const parcels_figure = pairs_figure(texts.parcels_of_order, texts.parcels_of_order, say("cmp_split_sum", split), parcels, count, short_number);
    if (!has_money) return section("parcels", texts.parcels, paragraph(texts.parcels_p_no_money, "quiet"), parcels_figure);
    const rows = [[texts.value_refused, (f) => f.total.value_refused], [texts.value_waited, (f) => f.total.value_waiting],
      ...(has_cost ? [[texts.cost, shipping]] : [])].map(([name, of]) => ({ name: name, a: of(a), b: of(b) }));
    const words = say(has_cost ? "cmp_cost_sum" : "cmp_cost_sum_goods", { was: money(shipping(a)), is: money(shipping(b)), refused_was: money(rows[0].a), refused_is: money(rows[0].b) });
    return section("cost", texts.cmp_cost_h, paragraph(has_cost ? texts.parcels_p : texts.parcels_p_no_money, "quiet"), element("div", { class: "pair" },
      element("div", null, element("h3", null, texts.cmp_money), pairs_figure(texts.cmp_money, texts.what, words, rows, money, short_money, "break")),
      element("div", null, element("h3", null, texts.parcels_of_order), parcels_figure)));
  }
  function refusals_section() {
    const rows = joined(a.refusals, b.refusals, (row) => row.reason)
      .map((row) => ({ name: sentence(reason_name(row.key)), a: row.a.orders || 0, b: row.b.orders || 0 }))
      .sort((x, y) => Math.max(y.a, y.b) - Math.max(x.a, x.b) || (x.name < y.name ? -1 : 1));
    if (rows.length === 0) return section("refusals", texts.refusals_h, paragraph(texts.refusals_none));
    const far = most(rows, (row) => Math.abs(row.b - row.a));
    const words = far.a === far.b ? texts.cmp_refusals_same
      : say("cmp_refusals_sum", { reason: far.name, was: far.a, is: far.b });
    return section("refusals", texts.refusals_h,
      pairs_figure(texts.refused_orders, texts.reason, words, rows, count, short_number, "break"));
  }
  function proof_section() {
    const of = (letter, name, run) => {
      const facts = [];
      const fact = (what, value) => facts.push(element("dt", null, what), element("dd", null, value));
      const summary = run.summary;
      fact(texts.cmp_scenario, own_words_or_name(summary.scenario));
      for (const file of [summary.input, ...(summary.files || [])]) {
        fact(texts["kind_" + (file.kind || "orders")] || file.kind, file.source === "generator" ? texts.source_generator : file.source);
      }
      fact(texts.seed, run.seed);
      fact(texts.scale, say("scale_v", { scale: summary.scale, compress: summary.compress }));
      fact(texts.digest, summary.replay === null ? say("digest_alone", { digest: summary.digest })
        : say(summary.digest === summary.replay.digest ? "digest_same" : "digest_other",
          { digest: summary.digest, other: summary.replay.digest }));
      fact(texts.version, "allot " + summary.version);
      return element("div", null, element("h3", null, letter + ": " + name),
        ...(run.command ? [element("pre", null, element("code", null, run.command))] : []),
        element("dl", { class: "facts" }, ...facts));
    };
    return section("proof", texts.proof_h, paragraph(texts.cmp_proof_p, "quiet"),
      element("div", { class: "pair" }, of("A", data.names.a, run_a), of("B", name_of_b, run_b)));
  }

  // ---- Together.

  const sections = [figures_section(), time_section(), fill_section(), short_section(), cost_section(), refusals_section(),
    proof_section()];
  show_page(head(sections), sections, run_b.summary.version);
})();
