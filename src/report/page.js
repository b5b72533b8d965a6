// Makes the report from the two blocks of JSON that stand in the page: report-data and report-texts.
// Words, tables and charts all read the same object.
(function () {
  "use strict";

  const data = JSON.parse(document.getElementById("report-data").textContent);
  const texts = JSON.parse(document.getElementById("report-texts").textContent);
  const figures = data.figures;
  const summary = data.summary;
  const total = figures.total;
  const has_money = total.value > 0 && !data.several_currencies;
  // Costs of lanes that nobody gave say nothing.
  const has_cost = has_money && !figures.costs_made_up;
  const span_of_run = figures.steps.length * figures.step_ms;
  const {
    axis_labels, bars_height, bytes, card, card_money, card_number, clock, code, contents, count, date, durations,
    element, figure, folded, full_moment, hour_ms, in_own_words, listed, listed_some, local, locale, marked, missing_units, missing_value, moment,
    money, most, over_time, own_words_or_name, paragraph, percent, reason_means, reason_name, reason_to_do, say, section,
    sentence, short_money, short_number, show_page, sideways, span_words, step_words, sum, table, utc, whole_percent, zone, of_zone,
  } = page_parts(texts, data.currency, data.exponent, span_of_run, { zone: data.time_zone, ahead_ms: figures.ahead_ms, as_in_file: data.times_as_in_file });

  // ---- The head of the page.

  // What the first sentence goes by, and what came of accepted orders, before all that costs less.
  function advice_on_verdict() {
    const { going_by, orders_lost } = summary.verdict;
    const found = [];
    if (going_by.includes("interrupted")) {
      const { orders, of } = summary.interrupted;
      found.push(say("advice_interrupted", { orders, of }));
    }
    if (going_by.includes("rows")) {
      const rows = summary.input.rows - (summary.input.skipped.outside_window || 0);
      found.push(say("advice_rows", { left: rows - summary.input.used, rows }));
    }
    if (going_by.includes("quantity")) found.push(texts.advice_quantity);
    if (going_by.includes("columns")) found.push(texts.advice_columns);
    if (going_by.includes("stock")) found.push(texts.advice_made_up_stock);
    if (going_by.includes("stock_rows")) found.push(texts.advice_stock_rows);
    if (orders_lost) {
      const { expired, cancelled, rejected, unsettled } = summary.orders;
      found.push(say("advice_lost", { expired, cancelled, rejected, unsettled }));
    }
    return found;
  }
  // What ended unsold, by the dates of its lots.
  const ended = summary.ended_stock || { skus: 0, listed: [] };
  const ended_by_sku = new Map(ended.listed.map((one) => [one.sku, one]));
  const ended_of = (row) => ended_by_sku.get(row.sku);
  // The last day of what is for sale until a moment is the one before it.
  const last_day = (at) => local(Date.parse(at) - 1, date);
  function ended_words(one) {
    const [first, last] = [last_day(one.first_at), last_day(one.last_at)];
    const key = one.before === one.units ? "ended_before" : first === last ? "ended_on" : "ended_from";
    return say(key, { units: one.units, sku: code(one.sku), first: first, last: last });
  }
  function advice() {
    const found = [];
    const weight = has_money ? missing_value : (row) => missing_units(row) + row.refused_with;
    const without_row = figures.shortfalls.filter((row) => row.no_stock_row);
    const of_those = sum(without_row, weight);
    const { rows: chosen, covered, of: all, skus_besides, besides } = figures.advice;
    if (without_row.length > 0) {
      const names = without_row.slice(0, 10).map((row) => code(row.sku));
      const list = listed_some(names, figures.short_without_row);
      found.push({ weight: Math.max(of_those, covered),
        text: say("advice_no_row", { n: figures.short_without_row, list: list }) });
    }
    if (chosen.length > 0) {
      // What each of them is for: what was refused or waited for want of it, and with it.
      const each = chosen.map((row) => {
        const short = figures.shortfalls.find((one) => one.sku === row.sku);
        const more = say("units_of", { units: row.units, sku: code(row.sku) });
        if (short === undefined) return element("li", null, more);
        return element("li", null, say(has_money ? "advice_each" : "advice_each_units", { more: more,
          units: missing_units(short) + (short.refused_with || 0), value: money(missing_value(short)) }));
      });
      const behind = [];
      // More of the same date would have ended with it.
      const over = chosen.map((row) => figures.shortfalls.find((one) => one.sku === row.sku))
        .filter((row) => ended_of(row) && Date.parse(ended_of(row).first_at) <= row.last_ms).map(ended_of);
      if (over.length > 0) behind.push(say("advice_later", { list: listed_some(over.slice(0, 5).map(ended_words), over.length) }));
      if (skus_besides > 0) behind.push(say("advice_besides", { n: skus_besides,
        list: listed_some(besides.slice(0, 5).map((row) => say("units_of", { units: row.units, sku: code(row.sku) })), skus_besides) }));
      if ((summary.run.files || {}).stock) behind.push(texts.advice_try);
      found.push({ weight: covered, parts: [element("p", null, say(has_money ? "advice_stock" : "advice_stock_units",
        { n: chosen.length, share: percent(covered, all) })), element("ul", null, ...each), ...behind.map((text) => paragraph(text))] });
    }
    const rules = figures.refusals.filter((row) => !row.reason.startsWith("stock_") && row.orders * 200 >= total.orders);
    if (rules.length > 0) {
      const worst = most(rules, (row) => (has_money ? row.value : row.units));
      found.push({ weight: has_money ? worst.value : worst.units,
        text: say(has_money ? "advice_rule" : "advice_rule_no_money", { reason: reason_name(worst.reason),
          orders: worst.orders, units: worst.units, value: money(worst.value), to_do: sentence(reason_to_do(worst)) }) + of_scenario(worst.reason) });
    }
    found.sort((a, b) => b.weight - a.weight);
    const after = figures.afterwards;
    // Nobody can change a time that this program chose.
    if (!figures.holds_made_up && figures.skus_short > 0 && after.expired * 50 >= total.accepted && after.expired > 0) {
      found.push({ text: say("advice_expiry", { orders: after.expired, units: after.expired_units }) });
    }
    const several = figures.parcels.slice(2);
    const split = summary.split_orders;
    if (split * 6 >= total.accepted && split > 0) {
      found.push({ text: say(has_cost ? "advice_split" : "advice_split_no_money", { share: percent(split, total.accepted),
        cost: money(sum(several, (group) => group.cost)) }) });
    }
    return advice_on_verdict().map((text) => [text]).concat(found.map((one) => one.parts || [one.text]));
  }
  // Own orders meet no rules of risk but those of the scenario that was given.
  const risk_reasons = ["order_value_exceeded", "line_quantity_exceeded", "price_out_of_band", "velocity_exceeded", "listed"];
  const of_scenario = (reason) => ((summary.run.files || {}).scenario && risk_reasons.includes(reason)
    ? texts.sentence_space + say("advice_rule_scenario", { file: summary.run.files.scenario.name }) : "");
  function lead() {
    const values = { accepted: total.accepted, orders: total.orders, share: percent(total.accepted, total.orders),
      refused_units: count(total.refused), waiting_units: count(total.waiting), served: count(sum(figures.steps, (step) => step.served)),
      refused_value: money(total.value_refused), waiting_value: money(total.value_waiting), value: money(total.value) };
    const lines = [paragraph(say(has_money ? "lead_money" : "lead_orders", values), "lead")];
    if (figures.skus_short === 0) {
      lines.push(paragraph(texts.lead_short_none, "lead"));
    } else {
      lines.push(paragraph(say(has_money ? "lead_short" : "lead_short_units", { n: figures.skus_short, skus: summary.input.skus, first: code(figures.first_short),
        first_time: moment(figures.first_short_ms), of_zone: of_zone, half: moment(figures.half_short_ms), dearest: listed(figures.shortfalls.slice(0, 3).map((row) => code(row.sku))) }), "lead"));
    }
    return lines;
  }
  const has_withheld = figures.shortfalls.some((row) => row.withheld > 0);
  const withheld_columns = () => (has_withheld ? [{ name: texts.withheld, value: (row) => count(row.withheld) }] : []);
  const in_stock = (row) => (row.no_stock_row ? texts.no_stock_row : count(row.received));
  // Asked for, less what was for sale, is what is lacking; where it is not, why.
  function uneven_words(rows) {
    const uneven = (row) => row.needed - Math.max(0, row.asked - Math.max(0, row.received - (row.withheld || 0)));
    const less = has_withheld && figures.channels.length > 1 ? "less_by_channel" : "less";
    return [[less, -1], ["more", 1]].flatMap(([key, sign]) => {
      const some = rows.filter((row) => uneven(row) * sign > 0).map((row) => code(row.sku));
      return some.length === 0 ? [] : [say("lacking_" + key, { list: listed_some(some.slice(0, 3), some.length) })];
    });
  }
  // The SKUs whose running short cost most, as they ran short one after the other.
  function ran_out_when() {
    const shown = figures.shortfalls.slice(0, 10).sort((a, b) => a.first_ms - b.first_ms || (a.sku < b.sku ? -1 : 1));
    const more = figures.skus_short - shown.length;
    const days = new Set(shown.map((row) => local(row.first_ms, date)));
    const numbers = table(texts.ran_out_when, [
      { name: texts.sku, text: true, code: true, value: (row) => row.sku },
      { name: texts.first_short, nowrap: true, value: (row) => (days.size === 1 ? local(row.first_ms, clock) : moment(row.first_ms)) },
      { name: texts.asked, value: (row) => count(row.asked) },
      { name: texts.in_stock, value: in_stock },
      ...withheld_columns(),
      { name: texts.lacking, value: (row) => count(row.needed) },
    ], shown, "", (more > 0 ? say(has_money ? "ten_dearest" : "ten_most", { n: shown.length }) + texts.sentence_space : "") + say("times_of", { of_zone: of_zone }));
    const below = more > 0 ? element("p", { class: "quiet" },
      element("a", { href: "#short-all" }, say(has_money ? "more_short" : "more_short_units", { n: more }))) : null;
    return element("div", { class: "when" }, element("p", { class: "lead" }, element("strong", null, texts.ran_out_when + texts.colon)),
      numbers, below, ...uneven_words(shown).map((text) => paragraph(text, "quiet")));
  }
  function what_to_change() {
    const lines = [];
    const all = advice();
    lines.push(element("p", { class: "lead change" }, element("strong", null, texts.change_h + texts.colon), all.length > 0 ? "" : texts.advice_none));
    if (all.length > 0) lines.push(element("ol", { class: "advice" }, ...all.map((parts) => element("li", null, ...parts))));
    return element("div", null, ...lines);
  }
  const answers = () => (figures.skus_short === 0 ? what_to_change()
    : element("div", { class: "answers" }, ran_out_when(), what_to_change()));
  // As the first sentence has it, which goes by limits that rounding must not cross.
  const promised_of_all = () => (data.fill === undefined ? percent(total.at_once, total.units)
    : new Intl.NumberFormat(locale, { style: "percent", maximumFractionDigits: 2 }).format(data.fill / 10000));
  function cards() {
    const served = sum(figures.steps, (step) => step.served);
    return element("dl", { class: "cards" },
      card(texts.accepted_orders, card_number(total.accepted), say("of_orders", { n: total.orders })),
      card(texts.fill_rate, promised_of_all(), say("of_units", { n: total.units })),
      card(texts.goods_refused, has_money ? card_money(total.value_refused) : percent(total.refused, total.units),
        say("units_refused_small", { n: total.refused })),
      card(texts.goods_waiting, has_money ? card_money(total.value_waiting) : percent(total.waiting, total.units),
        say("waiting_small", { n: total.waiting, served: served })),
      card(texts.skus_short, card_number(figures.skus_short), say("of_skus", { n: summary.input.skus })),
      card(texts.split_orders, percent(summary.split_orders, total.accepted), say("split_small", { n: summary.parcels })));
  }
  // Who asked about one day should not read of a month.
  function days_note() {
    const { days, first_day, last_day, busiest_day, source } = summary.input;
    if (!(days > 1) || summary.run.from || summary.run.until) return [];
    return [element("p", { class: "note days" }, say("days_note", { n: days, source: source, first: first_day, last: last_day, busiest: busiest_day ?? last_day }))];
  }
  function head(sections) {
    // A file's orders say when the first and the last of them came; what follows them goes on.
    const { first_at, last_at } = summary.input;
    const span = first_at && summary.compress === 1 ? [Date.parse(first_at), Date.parse(last_at)]
      : [figures.begin_ms, figures.begin_ms + span_of_run];
    const source = summary.input.source === "generator" ? texts.source_generator : summary.input.source;
    const title = marked(data.headline, summary.verdict.level);
    const note = element("p", { class: "note" }, say("made_up", { parts: say("made_up_n", { n: summary.synthetic.length }) }) + " ",
      element("a", { href: "#synthetic" }, texts.made_up_link),
      has_money ? null : ". " + (data.several_currencies ? texts.money_several : texts.money_none));
    return element("header", null,
      element("p", { class: "kicker" }, say("kicker", { scenario: own_words_or_name(summary.scenario), source: source,
        from: full_moment(span[0]), to: full_moment(span[1]), zone: zone })),
      element("h1", { id: "top", tabindex: "-1" }, ...title), ...lead(), answers(), ...days_note(), note, cards(),
      contents(sections));
  }

  // ---- The sections.

  const steps = figures.steps;
  const step_ms = (at) => figures.begin_ms + at * figures.step_ms;
  const step_labels = (width) => axis_labels(figures.begin_ms, figures.step_ms, steps.length, width);
  const step_head = (at) => (figures.step_ms >= 86400000 ? local(step_ms(at), { ...date, year: "numeric" }) : moment(step_ms(at), figures.step_ms));
  // From when to when a bar counts.
  const step_span = (at) => span_words(step_ms(at), figures.step_ms);
  const step_name = step_words(figures.step_ms);
  const money_columns = (...columns) => (has_money ? columns : []);
  const cost_columns = (...columns) => (has_cost ? columns : []);
  const demand_columns = () => [
    { name: texts.orders, value: (row) => count(row.orders) },
    { name: texts.accepted, value: (row) => count(row.accepted) },
    { name: texts.units, value: (row) => count(row.units) },
    { name: texts.at_once, value: (row) => count(row.at_once) },
    { name: texts.fill_rate, value: (row) => percent(row.at_once, row.units) },
    { name: texts.waiting, value: (row) => count(row.waiting) },
    { name: texts.refused, value: (row) => count(row.refused) },
    ...money_columns({ name: texts.value, value: (row) => money(row.value) },
      { name: texts.value_refused, value: (row) => money(row.value_refused) },
      { name: texts.value_waited, value: (row) => money(row.value_waiting) }),
  ];

  function time_section() {
    const peak = most(steps.map((step, at) => ({ at: at, demand: step })), (one) => one.demand.orders);
    const words = say("time_sum", { step: step_name, at: step_head(peak.at), n: peak.demand.orders,
      accepted: peak.demand.accepted, share: percent(total.accepted, total.orders) });
    const last = Math.max(1, steps.reduce((end, step, at) => (step.orders > 0 ? at + 1 : end), 0));
    const shown = steps.slice(0, last);
    const series = [
      { name: texts.accepted, color: "--at-once", values: shown.map((step) => step.accepted) },
      { name: texts.refused, color: "--refused", values: shown.map((step) => step.orders - step.accepted) },
    ];
    const rows = shown.map((step, at) => ({ ...step, at: at }));
    const numbers = table(texts.time_h, [{ name: texts.time, text: true, nowrap: true, value: (row) => step_span(row.at) },
      { name: texts.arrived, value: (row) => count(row.orders) },
      ...demand_columns().slice(1)], rows);
    return section("time", texts.time_h, paragraph(say("time_p", { step: step_name, of_zone: of_zone }), "quiet"),
      figure(texts.time_h, words, series.map((one) => [one.name, one.color]), 300,
        over_time((width) => axis_labels(figures.begin_ms, figures.step_ms, last, width), step_span, series, short_number), numbers));
  }

  function shares(rows) {
    const share = (name) => rows.map((row) => (row.units > 0 ? row[name] / row.units : 0));
    const told_units = (name) => rows.map((row) => count(row[name]) + " (" + percent(row[name], row.units) + ")");
    return [["at_once", "--at-once"], ["waiting", "--waiting"], ["refused", "--refused"]].map(([name, color]) => (
      { name: texts[name], color: color, shares: share(name), values: told_units(name), format: (text) => text }));
  }
  const share_keys = () => [[texts.at_once, "--at-once"], [texts.waiting, "--waiting"], [texts.refused, "--refused"]];

  function hours_figure() {
    const rows = figures.hours.map((hour, at) => ({ ...hour, ms: figures.hours_in_turn ? figures.first_hour_ms + at * 3600000 : at * 3600000, at: at }));
    const hour_head = (at) => (figures.hours_in_turn ? moment(rows[at].ms) : utc(rows[at].ms, clock));
    const labels = (width) => (figures.hours_in_turn ? axis_labels(rows[0].ms, hour_ms, rows.length, width)
      : rows.map((row) => (row.at % (width < 520 ? 6 : 2) === 0 ? utc(row.ms, clock) : "")));
    const used = rows.filter((row) => row.units > 0);
    const worst = most(used, (row) => 1 - row.at_once / row.units);
    const words = say("worst_hour", { at: hour_head(worst.at), fill: percent(worst.at_once, worst.units),
      units: worst.units, all: promised_of_all() });
    const title = figures.hours_in_turn ? texts.by_hour : texts.by_hour_of_day;
    const numbers = table(title, [{ name: say("hour", { zone: zone }), text: true, value: (row) => hour_head(row.at) }, ...demand_columns()], rows);
    return [element("h3", null, title),
      figure(title, words, share_keys(), 280, over_time(labels, hour_head, shares(rows), whole_percent, 1), numbers)];
  }
  function named_figure(title, column, demands) {
    const rows = demands.slice().sort((a, b) => b.units - a.units || (a.name < b.name ? -1 : 1));
    const shown = rows.slice(0, 12);
    const worst = most(rows.filter((row) => row.units > 0), (row) => 1 - row.at_once / row.units);
    let words = say("fill_named_sum", { name: rows[0].name, units: rows[0].units, fill: percent(rows[0].at_once, rows[0].units),
      worst: worst.name, worst_fill: percent(worst.at_once, worst.units) });
    if (rows.length > shown.length) words += " " + say("shown_first", { n: shown.length, all: rows.length });
    const numbers = table(title, [{ name: column, text: true, value: (row) => row.name }, ...demand_columns()], rows);
    return element("div", null, element("h3", null, title), figure(title, words, share_keys(), bars_height(shown.length),
      sideways(shown.map((row) => row.name), (at) => shown[at].name, shares(shown), whole_percent, 1), numbers));
  }
  function fill_section() {
    // One zone or channel alone is all orders, and may be one that no file names.
    const by = [];
    if (figures.zones.length > 1) by.push(named_figure(texts.by_zone, texts.zone, figures.zones));
    if (figures.channels.length > 1) by.push(named_figure(texts.by_channel, texts.channel, figures.channels));
    return section("fill", texts.fill_h, paragraph(texts.fill_p, "quiet"), ...hours_figure(),
      ...(by.length > 1 ? [element("div", { class: "pair" }, ...by)] : by));
  }

  function when_short_figure() {
    let so_far = 0;
    const sums = steps.map((step) => (so_far += step.ran_short));
    // By the minutes that the table of SKUs has, and not by the steps of the chart.
    const words = say("short_when_sum", { n: so_far, half: moment(figures.half_short_ms), last: moment(figures.all_short_ms) });
    const numbers = table(texts.short_when, [{ name: texts.time, text: true, nowrap: true, value: (row) => step_span(row.at) },
      { name: texts.short_then, value: (row) => count(row.ran_short) },
      { name: texts.short_so_far, value: (row) => count(sums[row.at]) }],
      steps.map((step, at) => ({ ran_short: step.ran_short, at: at })).filter((row) => row.ran_short > 0));
    return element("div", null, element("h3", null, texts.short_when), figure(texts.short_when, words, [], 390,
      over_time(step_labels, step_span, [{ name: texts.short_so_far, color: "--refused", values: sums, kind: "line", area: true }],
        short_number), numbers));
  }
  // What was refused or waited, to the last unit: each SKU that ran short, what waited for others of its
  // order, and what other reasons refused. Each column adds up to what the head of the page says.
  function short_sums_table(listed_rows) {
    const sums = figures.short_sums;
    const keys = ["refused_orders", "refused", "refused_with", "waited", "value_refused", "value_with", "value_waited"];
    const rows = listed_rows.map((row) => ({ ...row, name: row.sku }));
    const less = (one, other) => Object.fromEntries(keys.map((key) => [key, one[key] - other[key]]));
    const shown = Object.fromEntries(keys.map((key) => [key, sum(listed_rows, (row) => row[key])]));
    const refused_orders = sum(figures.refusals, (row) => row.orders);
    const all = { ...sums, refused_orders: refused_orders, refused: total.refused - sums.refused_with, waited: total.waiting,
      value_refused: total.value_refused - sums.value_with, value_waited: total.value_waiting };
    if (listed_rows.length < figures.skus_short) {
      rows.push({ ...less(sums, shown), name: say("short_other_skus", { n: figures.skus_short - listed_rows.length }) });
    }
    const none = Object.fromEntries(keys.map((key) => [key, 0]));
    rows.push({ ...none, waited: figures.waited_for_others, value_waited: figures.value_waited_for_others, name: texts.short_waited_for_others });
    rows.push({ ...none, refused_orders: refused_orders - sums.refused_orders, refused: total.refused - sums.refused - sums.refused_with,
      value_refused: total.value_refused - sums.value_refused - sums.value_with, name: texts.short_other_reasons });
    rows.push({ ...all, name: texts.short_all });
    const units = (row) => row.refused + row.refused_with + row.waited;
    const worth = (row) => row.value_refused + row.value_with + row.value_waited;
    return table(texts.short_adds_up, [
      { name: texts.sku, text: true, code: true, value: (row) => row.name },
      { name: texts.refused_orders, value: (row) => count(row.refused_orders) },
      { name: texts.refused_units, value: (row) => count(row.refused) },
      { name: texts.units_with, value: (row) => count(row.refused_with) },
      { name: texts.waited_units, value: (row) => count(row.waited) },
      { name: texts.units_together, value: (row) => count(units(row)) },
      ...money_columns({ name: texts.value_refused, value: (row) => money(row.value_refused) },
        { name: texts.value_with, value: (row) => money(row.value_with) },
        { name: texts.value_waited, value: (row) => money(row.value_waited) },
        { name: texts.value_together, value: (row) => money(worth(row)) }),
    ], rows);
  }
  function short_section() {
    const others = figures.waited_for_others === 0 ? null
      : paragraph(say(has_money ? "short_others_worth" : "short_others", { units: figures.waited_for_others,
          value: money(figures.value_waited_for_others) }), "others");
    const heading = has_money ? texts.short_h : texts.short_h_units;
    const gone = ended.skus === 0 ? null
      : paragraph(say("ended", { list: listed_some(ended.listed.slice(0, 5).map(ended_words), ended.skus) }), "ended");
    const below = [others, gone].filter((part) => part !== null);
    if (figures.skus_short === 0) return section("short", heading, paragraph(texts.short_none), ...below);
    const rows = figures.shortfalls;
    const tabled = rows.slice(0, 100);
    const shown = rows.slice(0, 12);
    const format = has_money ? money : count;
    const value = (row, name) => (has_money ? row["value_" + name] : row[name === "with" ? "refused_with" : name]);
    const dearest = rows[0];
    const words = say(has_money ? "short_sum" : "short_sum_units", { n: figures.skus_short, sku: code(dearest.sku), at: moment(dearest.first_ms), from: moment(dearest.first_ms),
      refused: format(value(dearest, "refused")), waited: format(value(dearest, "waited")), others: format(value(dearest, "with")) });
    const series = [["refused", "--refused", texts.short_refused], ["with", "--other", texts.short_with], ["waited", "--waiting", texts.short_waited]].map(([name, color, text]) => (
      { name: text, color: color, values: shown.map((row) => value(row, name)), format: format }));
    const title = has_money ? texts.short_cost : texts.short_most;
    const numbers = table(title, [
      { name: texts.sku, text: true, code: true, value: (row) => row.sku },
      { name: texts.first_short, value: (row) => moment(row.first_ms) },
      { name: texts.asked, value: (row) => count(row.asked) },
      { name: texts.stocked, value: in_stock },
      ...withheld_columns(),
      { name: texts.needed, value: (row) => count(row.needed) },
      { name: texts.last_short, value: (row) => moment(row.last_ms) },
      { name: texts.ended_units, value: (row) => count(ended_of(row) ? ended_of(row).units : 0) },
      { name: texts.served_units, value: (row) => count(row.served) },
    ], tabled, tabled.length < figures.skus_short ? say(has_money ? "table_first" : "table_first_units", { n: tabled.length, all: figures.skus_short }) : "");
    const chart = figure(title, words, series.map((one) => [one.name, one.color]), bars_height(shown.length),
      sideways(shown.map((row) => row.sku), (at) => shown[at].sku, series, has_money ? short_money : short_number), paragraph(texts.needed_p, "quiet"), ...uneven_words(tabled).map((text) => paragraph(text, "quiet")), numbers);
    numbers.id = "short-all";
    return section("short", heading, paragraph(texts.short_p, "quiet"), element("div", { class: "pair" },
      element("div", null, element("h3", null, title), chart), when_short_figure()),
      element("h3", null, texts.short_adds_up), paragraph(texts[has_money ? "short_adds_up_p" : "short_adds_up_p_units"], "quiet"), folded(short_sums_table(tabled)), ...below);
  }

  function nodes_section() {
    const rows = figures.nodes.map((node) => ({ ...node, peak: node.taken_by_step.indexOf(Math.max(...node.taken_by_step)) }))
      .sort((a, b) => b.taken - a.taken || (a.name < b.name ? -1 : 1));
    const all = sum(rows, (row) => row.taken);
    const first = rows[0];
    const words = say("nodes_sum", { name: first.name, share: percent(first.taken, all), units: all, parcels: first.parcels,
      step: step_name, at: step_head(first.peak), peak: first.taken_by_step[first.peak] });
    const numbers = table(texts.nodes_h, [
      { name: texts.node, text: true, value: (row) => row.name },
      { name: texts.taken, value: (row) => count(row.taken) },
      { name: texts.parcels, value: (row) => count(row.parcels) },
      { name: texts.takings, value: (row) => count(row.lines) },
      { name: texts.received, value: (row) => count(row.received) },
      { name: texts.share_received, value: (row) => percent(row.taken, row.received) },
      { name: say("busiest", { step: step_name }), value: (row) => (row.taken > 0 ? step_span(row.peak) : texts.none) },
      { name: texts.units, value: (row) => count(row.taken_by_step[row.peak]) },
    ], rows);
    const shown = rows.slice(0, 12);
    const sums = steps.map((step, at) => sum(rows, (row) => row.taken_by_step[at]));
    const busiest = sums.indexOf(Math.max(...sums));
    const by_time = table(texts.nodes_time, [{ name: texts.time, text: true, nowrap: true, value: (row) => step_span(row) },
      ...rows.map((node) => ({ name: node.name, value: (at) => count(node.taken_by_step[at]) })),
      { name: texts.total, value: (at) => count(sums[at]) }], steps.map((step, at) => at).filter((at) => sums[at] > 0));
    return section("nodes", texts.nodes_h, paragraph(texts.nodes_p, "quiet"), element("div", { class: "pair" },
      element("div", null, element("h3", null, texts.taken), figure(texts.nodes_h, words, [], Math.max(240, bars_height(shown.length)),
        sideways(shown.map((row) => row.name), (at) => shown[at].name, [
          { name: texts.taken, color: "--at-once", values: shown.map((row) => row.taken) }], short_number), numbers)),
      element("div", null, element("h3", null, texts.nodes_time), figure(texts.nodes_time,
        say("nodes_time_sum", { step: step_name, at: step_head(busiest), peak: sums[busiest] }), [], Math.max(240, bars_height(shown.length)),
        over_time(step_labels, step_span, [{ name: texts.taken, color: "--at-once", values: sums }], short_number), by_time))));
  }

  function parcels_section() {
    const rows = figures.parcels.map((group, at) => ({ ...group, name: texts["parcels_" + at] || String(at) }));
    const with_parcel = sum(rows.slice(1), (row) => row.orders);
    const cost = sum(rows, (row) => row.cost);
    const split = summary.split_orders;
    const words = say(has_cost ? "parcels_sum" : "parcels_sum_no_money", { orders: split, accepted: total.accepted, share: percent(split, total.accepted),
      cost: money(cost), each: money(with_parcel > 0 ? cost / with_parcel : 0) });
    const title = has_cost ? texts.parcels_h : texts.parcels;
    const numbers = table(title, [
      { name: texts.parcels_of_order, text: true, value: (row) => row.name },
      { name: texts.orders, value: (row) => count(row.orders) },
      ...cost_columns({ name: texts.cost, value: (row) => money(row.cost) },
        { name: texts.cost_each, value: (row) => (row.orders > 0 ? money(row.cost / row.orders) : "–") }),
    ], rows);
    return section("parcels", title, paragraph(has_cost ? texts.parcels_p : texts.parcels_p_no_money, "quiet"), figure(title, words, [],
      bars_height(rows.length), sideways(rows.map((row) => row.name), (at) => rows[at].name, [
        { name: texts.orders, color: "--at-once", values: rows.map((row) => row.orders) },
      ], short_number), numbers));
  }

  function refusals_section() {
    const weight = (row) => row.orders + row.lines;
    const rows = figures.refusals.slice().sort((a, b) => weight(b) - weight(a) || a.number - b.number);
    const parts = [];
    if (rows.length === 0) {
      parts.push(paragraph(texts.refusals_none));
    } else {
      const numbers = table(texts.refusals_h, [
        { name: texts.reason, text: true, value: (row) => reason_name(row.reason) },
        { name: texts.refused_orders, value: (row) => count(row.orders) },
        { name: texts.lines_dropped, value: (row) => count(row.lines) },
        { name: texts.units, value: (row) => count(row.units) },
        ...money_columns({ name: texts.value, value: (row) => money(row.value) }),
        { name: texts.means, text: true, long: true, value: (row) => sentence(reason_means(row)) },
        { name: texts.to_do, text: true, long: true, value: (row) => sentence(reason_to_do(row)) },
      ], rows);
      const words = say("refusals_sum", { reason: reason_name(rows[0].reason), orders: rows[0].orders, lines: rows[0].lines });
      const series = [[texts.refused_orders, "--refused", "orders"], [texts.lines_dropped, "--waiting", "lines"]].map(([name, color, key]) => (
        { name: name, color: color, values: rows.map((row) => row[key]) }));
      parts.push(figure(texts.refusals_h, words, series.map((one) => [one.name, one.color]), bars_height(rows.length),
        sideways(rows.map((row) => sentence(reason_name(row.reason))), (at) => sentence(reason_name(rows[at].reason)), series, short_number, undefined, "break"), numbers));
    }
    const orders_by_reason = new Map(figures.refusals.map((row) => [row.reason, row.orders]));
    const others = Object.entries(summary.reasons).map(([name, n]) => [name, n - (orders_by_reason.get(name) || 0)])
      .filter(([, n]) => n > 0).map(([name, n]) => reason_name(name) + " " + count(n));
    if (others.length > 0) parts.push(paragraph(say("others_refused", { list: others.join(texts.comma) }), "quiet"));
    return section("refusals", texts.refusals_h, ...parts);
  }

  // What left the warehouses, and what did not after all.
  function shipped_words() {
    const sent = summary.fulfilment;
    const after = (seconds) => {
      const [name, unit] = seconds < 7200 ? ["step_min", 60] : seconds < 172800 ? ["step_h", 3600] : ["step_d", 86400];
      return say(name, { n: Math.ceil(seconds / unit) });
    };
    const words = [sent.parcels_shipped === 0 ? texts.shipped_none : say("shipped_sum", { orders: sent.orders_shipped,
      units: sent.units_shipped, parcels: sent.parcels_shipped, half: after(sent.to_shipment_p50_s),
      most: after(sent.to_shipment_p95_s), delivered: sent.orders_delivered })];
    words.push(say("cancelled_before", { n: sent.cancelled_before }));
    if (sent.lines_lost > 0) words.push(say("lines_lost", { n: sent.lines_lost, units: sent.units_lost }));
    if (has_money && sent.sales > 0) {
      words.push(say(sent.sales_returned > 0 ? "sales_returned" : "sales", {
        value: money(sent.sales), returned: money(sent.sales_returned) }));
    }
    const had_to = sent.orders_in_time + sent.orders_late + sent.orders_overdue;
    if (had_to > 0) {
      words.push(say("in_time", { n: had_to, share: percent(sent.orders_in_time, had_to), late: sent.orders_late,
        overdue: sent.orders_overdue, parcels: sent.parcels_in_time + sent.parcels_late, parcels_late: sent.parcels_late }));
    }
    for (const [kind, name] of [["processing", "kept_processing"], ["ship_by", "kept_ship_by"], ["delivery", "kept_delivery"], ["returns", "kept_returns"]]) {
      const of_kind = summary.services.filter((one) => one.kind === kind);
      const sum = (key) => of_kind.reduce((all, one) => all + one[key], 0);
      const over = sum("kept") + sum("broken");
      if (over > 0) words.push(say(name, { n: over, share: percent(sum("kept"), over), warned: sum("warned") }));
    }
    const back = summary.returns;
    if (back.requested > 0) {
      words.push(say("returned_sum", { n: back.requested, units: back.units_requested,
        share: percent(back.units_requested, sent.units_delivered), completed: back.completed }));
      if (back.completed > 0) {
        words.push(say("returned_how", { half: after(back.to_receipt_p50_s), most: after(back.to_receipt_p95_s),
          restocked: back.units_restocked, quarantined: back.units_quarantined, scrapped: back.units_scrapped }));
      }
      const open = back.requested - back.completed;
      if (open > 0) words.push(say("returned_not", { n: open }));
    }
    const given = summary.refunds;
    if (given.count > 0) {
      words.push(say(has_money ? "refunded_value" : "refunded_sum", { n: given.count, value: money(given.value) }));
      if (given.other_currency > 0) words.push(say("refunded_other", { n: given.other_currency }));
      if (given.of_returns > 0) {
        words.push(say("refunded_how", { n: given.of_returns, half: after(given.to_refund_p50_s),
          most: after(given.to_refund_p95_s) }));
      }
    }
    return words.map((one) => paragraph(one));
  }

  function payments_section() {
    const after = figures.afterwards;
    const words = say("pay_sum", { paid: after.paid, expired: after.expired, units: after.expired_units, cancelled: after.cancelled });
    const series = [["paid", "--at-once"], ["expired", "--waiting"], ["cancelled", "--refused"]].map(([name, color]) => (
      { name: texts[name], color: color, values: steps.map((step) => step[name]) }));
    const row = (name, n, units, value) => ({ name: name, n: n, units: units, value: value });
    const rows = [row(texts.held_units, null, after.held_units), row(texts.firm_units, null, after.firm_units),
      row(texts.paid, after.paid), row(texts.pending, after.pending), row(texts.failed, after.failed),
      row(texts.reminders, after.reminders), row(texts.expired, after.expired, after.expired_units, after.expired_value),
      row(texts.cancelled, after.cancelled, after.cancelled_units, after.cancelled_value),
      row(texts.in_review, after.in_review), row(texts.approved, after.approved), row(texts.rejected, after.rejected),
      row(texts.retaken, after.retaken), row(texts.refunds, after.refunds_due, undefined, after.refunds_value)];
    const or_blank = (value, format) => (value === undefined || value === null ? "" : format(value));
    const numbers = table(texts.pay_h, [{ name: texts.what, text: true, value: (one) => one.name },
      { name: texts.count, value: (one) => or_blank(one.n, count) }, { name: texts.units, value: (one) => or_blank(one.units, count) },
      ...money_columns({ name: texts.value, value: (one) => or_blank(one.value, money) })], rows);
    return section("payments", texts.pay_h, paragraph(texts.pay_p, "quiet"), figure(texts.pay_h, words,
      series.map((one) => [one.name, one.color]), 280, over_time(step_labels, step_span, series, short_number), numbers),
      ...shipped_words());
  }

  function latency_section() {
    if (!data.latency) return section("latency", texts.latency_h, paragraph(texts.latency_none));
    const live = summary.modes.live;
    const points = data.latency;
    const duration = durations(points[0].ns);
    const ns_at = (per_million) => duration(points.find((point) => point.per_million === per_million).ns);
    const share = (point) => (point.per_million === 1000000 ? texts.slowest
      : new Intl.NumberFormat(locale, { maximumFractionDigits: 2 }).format(point.per_million / 10000));
    const words = say("latency_sum", { p50: ns_at(500000), p99: ns_at(990000), max: ns_at(1000000) });
    const numbers = table(texts.latency_h, [{ name: texts.share_of_answers, text: true, value: share },
      { name: texts.took_at_most, value: (point) => duration(point.ns) }], points);
    const option = (width) => {
      const labels = points.map(share);
      const made = over_time(() => labels, (at) => texts.share_of_answers + ": " + share(points[at]), [
        { name: texts.took_at_most, color: "--at-once", values: points.map((point) => Math.max(1, point.ns)), format: duration, kind: "line" }], duration)(width);
      const ten = (round, value) => 10 ** round(Math.log10(Math.max(1, value)));
      made.yAxis = { ...made.yAxis, type: "log", minInterval: undefined, min: ten(Math.floor, points[0].ns),
        max: ten(Math.ceil, points[points.length - 1].ns) };
      Object.assign(made.series[0], { symbol: "circle", symbolSize: 7 });
      made.grid.right = 34;
      made.xAxis.axisLabel = { ...made.xAxis.axisLabel, interval: "auto", hideOverlap: true };
      return made;
    };
    return section("latency", texts.latency_h, paragraph(say("latency_p", { from: texts["from_" + live.latency_ns.from],
      n: live.latency_ns.count, rate: Math.round(live.orders_per_second) }), "quiet"),
      figure(texts.latency_h, words, [], 260, option, numbers));
  }

  // A note in the words of the page, with how many it is about.
  function noted(note) {
    const own = in_own_words(note.text);
    let text = own === undefined ? note.text : own;
    if (note.count > 0) {
      const colon = text.indexOf(texts.note_colon);
      text = colon < 0 ? text : text.slice(0, colon) + say("note_count", { n: note.count }) + text.slice(colon);
    }
    return element("li", own === undefined ? { lang: "en" } : null, note.assumed ? say("assumed", { text: text }) : text);
  }
  function file_parts(file) {
    if (file.source === "generator") {
      return [paragraph(say("files_generator", { orders: summary.input.orders, lines: file.rows }))];
    }
    const kind = texts["kind_" + (file.kind || "orders")] || file.kind;
    const parts = [paragraph(say("files_read", { kind: kind, used: file.used, rows: file.rows, source: file.source }))];
    if (file.map) parts.push(paragraph(say("files_map", {
      form: file.form.split(", ").map(own_words_or_name).join(texts.form_comma), map: own_words_or_name(file.map) }), "quiet"));
    if (file.left_out && file.left_out.length > 0) {
      parts.push(table(texts.left_out + ": " + kind, [
        { name: texts.why, text: true, value: (row) => own_words_or_name(row.reason.replace(/_/g, " ")) },
        { name: texts.rows, value: (row) => count(row.rows) },
        { name: texts.example, text: true, long: true, value: (row) => (row.column
          ? say("line_n", { n: String(row.line), column: row.column, text: row.text }) : say("line_only", { n: String(row.line) })) },
      ], file.left_out));
    }
    if (file.kind === "updates" && summary.updates) {
      parts.push(table(texts.updates_ran, [
        { name: texts.updates_type, text: true, value: (row) => own_words_or_name(row.type.replace(/_/g, " ")) },
        { name: texts.rows, value: (row) => count(row.rows) },
        { name: texts.refused, value: (row) => count(row.refused) },
      ], Object.entries(summary.updates).map(([type, row]) => ({ type: type, ...row }))));
    }
    if (file.notes && file.notes.length > 0) {
      const assumed = (note) => (note.assumed ? 1 : 0);
      const notes = file.notes.slice().sort((a, b) => assumed(b) - assumed(a));
      parts.push(element("ul", { class: "plain" }, ...notes.map(noted)));
    }
    return parts;
  }
  const files_section = () => section("files", texts.files_h,
    ...[summary.input, ...(summary.files || [])].flatMap(file_parts));
  function made_up(text) {
    for (const [begin, said] of Object.entries(texts.made_up_parts || {})) {
      if (text.startsWith(begin)) return element("li", null, said);
    }
    const own = in_own_words(text);
    return element("li", own === undefined ? { lang: "en" } : null, own === undefined ? text : own);
  }
  const synthetic_section = () => section("synthetic", texts.synthetic_h,
    element("ul", { class: "plain" }, ...summary.synthetic.map(made_up)));

  function proof_section() {
    const facts = [];
    const fact = (name, value) => facts.push(element("dt", null, name), element("dd", null, value));
    fact(texts.seed, data.seed);
    fact(texts.scale, say("scale_v", { scale: summary.scale, compress: summary.compress }));
    fact(texts.version, "allot " + summary.version);
    const parts = [paragraph(texts.proof_p, "quiet")];
    if (data.command) parts.push(element("h3", null, texts.command), element("pre", null, element("code", null, data.command)));
    parts.push(element("dl", { class: "facts" }, ...facts.splice(0)));
    for (const [mode, run] of Object.entries(summary.modes)) {
      const same = run.replay !== null && run.digest === run.replay.digest;
      fact(texts.digest, run.replay === null ? say("digest_alone", { digest: run.digest })
        : say(same ? "digest_same" : "digest_other", { digest: run.digest, other: run.replay.digest }));
      fact(texts.conservation, say(run.conservation ? "conservation_yes" : "conservation_no",
        { n: run.oversold_units, fault: run.conservation_fault || "" }));
      fact(texts.log, say("log_v", { directory: run.journal.directory, records: run.journal.records,
        bytes: bytes(run.journal.bytes), durability: run.journal.durability }));
      parts.push(element("h3", null, mode === "live" ? texts.run_live : texts.run_virtual),
        element("dl", { class: "facts" }, ...facts.splice(0)));
    }
    return section("proof", texts.proof_h, ...parts);
  }

  // ---- Together.

  const sections = [time_section(), fill_section(), short_section(), nodes_section(), parcels_section(),
    refusals_section(), payments_section(), latency_section(), files_section(), synthetic_section(), proof_section()];
  show_page(head(sections), sections, summary.version);
  // Whoever follows a link to a table that is folded wants to see it.
  document.addEventListener("click", (event) => {
    const link = event.target.closest("a[href^='#']");
    const fold = link && document.getElementById(link.hash.slice(1)).closest("details");
    if (fold) fold.open = true;
  });
})();
