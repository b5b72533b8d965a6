"""What browser_test.py asks of a page: scripts that run in it."""

# [What is wrong], each as a text.
LAYOUT = """
const wrong = [];
const wide = document.documentElement.scrollWidth;
if (wide > innerWidth) wrong.push("scrolls sideways: " + wide + " of " + innerWidth);
for (const big of document.querySelectorAll(".card .big")) {
  if (big.scrollWidth > big.clientWidth + 1) wrong.push("a card cuts '" + big.textContent + "'");
}
// Cards of a row, which begin at one height, have their figures at one height.
const heights = new Map();
for (const card of document.querySelectorAll(".card")) {
  const [top, big] = [card, card.querySelector(".big")].map((one) => Math.round(one.getBoundingClientRect().top));
  if (Math.abs((heights.get(top) ?? big) - big) > 1) wrong.push("'" + card.textContent + "' stands at another height than its row");
  heights.set(top, big);
}
for (const place of document.querySelectorAll(".chart")) {
  const box = place.getBoundingClientRect();
  const name = place.getAttribute("aria-label").slice(0, 40);
  const texts = [...place.querySelectorAll("svg text")].filter((text) => text.textContent.trim() !== "");
  if (texts.length < 2) wrong.push(name + ": " + texts.length + " labels");
  const boxes = texts.map((text) => text.getBoundingClientRect());
  boxes.forEach((one, i) => {
    if (one.left < box.left - 1 || one.right > box.right + 1 || one.bottom > box.bottom + 1) {
      wrong.push(name + ": '" + texts[i].textContent + "' leaves the chart");
    }
    boxes.slice(i + 1).forEach((other, j) => {
      const across = Math.min(one.right, other.right) - Math.max(one.left, other.left);
      const down = Math.min(one.bottom, other.bottom) - Math.max(one.top, other.top);
      if (across > 1 && down > 3) {
        wrong.push(name + ": '" + texts[i].textContent + "' lies on '" + texts[i + 1 + j].textContent + "'");
      }
    });
  });
}
return wrong;
"""

READABLE = """
const wrong = [];
const luminance = (rgb) => rgb.map((part) => part / 255)
  .map((part) => (part <= 0.03928 ? part / 12.92 : ((part + 0.055) / 1.055) ** 2.4))
  .reduce((sum, part, at) => sum + part * [0.2126, 0.7152, 0.0722][at], 0);
const channels = (text) => text.match(/[\\d.]+/g).map(Number);
function ground(element) {
  for (let at = element; at; at = at.parentElement) {
    const color = channels(getComputedStyle(at).backgroundColor);
    if (color.length === 3 || color[3] > 0) return color.slice(0, 3);
  }
  return [255, 255, 255];
}
function contrast(ink, paper) {
  const [light, dark] = [luminance(ink), luminance(paper)].sort((a, b) => b - a);
  return (light + 0.05) / (dark + 0.05);
}
const walker = document.createTreeWalker(document.getElementById("page"), NodeFilter.SHOW_TEXT);
const seen = new Set();
for (let node = walker.nextNode(); node; node = walker.nextNode()) {
  const element = node.parentElement;
  if (node.textContent.trim() === "" || seen.has(element)) continue;
  seen.add(element);
  const svg = element.closest("svg");
  const style = getComputedStyle(element);
  const ink = channels(svg ? style.fill : style.color).slice(0, 3);
  const ratio = contrast(ink, ground(svg ? svg.parentElement : element));
  if (ratio < 4.5) wrong.push(ratio.toFixed(2) + " for '" + node.textContent.slice(0, 30) + "'");
}
// What is drawn needs 3 to what it is drawn on.
for (const key of document.querySelectorAll("ul.keys i")) {
  const ratio = contrast(channels(getComputedStyle(key).backgroundColor), ground(key.parentElement));
  if (ratio < 3) wrong.push(ratio.toFixed(2) + " for the key of " + key.parentElement.textContent);
}
return wrong;
"""

# With every table open: one that does not fit says so; what was left out of files fits.
CUT = """
const done = arguments[arguments.length - 1];
document.querySelectorAll("details").forEach((fold) => { fold.open = true; });
requestAnimationFrame(() => requestAnimationFrame(() => {
  const wrong = [];
  for (const region of document.querySelectorAll(".scroll")) {
    const name = region.getAttribute("aria-label");
    const is_cut = region.scrollWidth > region.clientWidth + 1;
    const says = region.parentElement.querySelector(".sideways");
    if (is_cut !== (says.offsetHeight > 0)) wrong.push(name + (is_cut ? " is cut, and does not say so" : " says that it is cut"));
    if (is_cut && (region.closest("#files") || (innerWidth >= 1280 && region.closest("header")))) wrong.push(name + " is cut");
  }
  document.querySelectorAll("details").forEach((fold) => { fold.open = false; });
  done(wrong);
}));
"""

# Codes of SKUs and options that are broken although a line has room for them.
BROKEN = """
const skus = JSON.parse(document.getElementById("report-data").textContent).figures.shortfalls.map((row) => row.sku);
const wrong = [];
const walker = document.createTreeWalker(document.getElementById("page"), NodeFilter.SHOW_TEXT);
const words = skus.slice(0, 100).concat(["--mode", "--advice", "--more-stock", "--day", "--report", "--scenario", "--stock"]);
for (let node = walker.nextNode(); node; node = walker.nextNode()) {
  if (node.parentElement.closest("svg") || node.parentElement.offsetHeight === 0) continue;
  for (const word of words) {
    for (let at = node.textContent.indexOf(word); at >= 0; at = node.textContent.indexOf(word, at + 1)) {
      const range = document.createRange();
      range.setStart(node, at);
      range.setEnd(node, at + word.length);
      const parts = [...range.getClientRects()].filter((part) => part.width > 0);
      const tops = new Set(parts.map((part) => Math.round(part.top)));
      const wide = parts.reduce((sum, part) => sum + part.width, 0);
      let block = node.parentElement;
      while (getComputedStyle(block).display === "inline") block = block.parentElement;
      const room = block.clientWidth;
      // A code that is long may have to be broken beside others on a narrow screen.
      if (tops.size > 1 && wide < room * 0.9 && word.length <= 24) wrong.push("'" + word + "' is broken in '" + node.textContent.slice(0, 60) + "'");
    }
  }
}
return wrong;
"""

STRUCTURE = """
const wrong = [];
const all = (what) => [...document.querySelectorAll(what)];
if (all("h1").length !== 1) wrong.push(all("h1").length + " h1");
let level = 1;
for (const heading of all("h1, h2, h3, h4")) {
  const its = Number(heading.tagName[1]);
  if (its > level + 1) wrong.push("h" + level + " is followed by h" + its + " " + heading.textContent);
  level = its;
}
if (all("main").length !== 1 || all("nav[aria-label]").length !== 1) wrong.push("landmarks");
for (const place of all(".chart")) {
  if (place.getAttribute("role") !== "img" || (place.getAttribute("aria-label") || "").length < 20) wrong.push("a chart without a text");
  const figure = place.closest("figure");
  if (!figure.querySelector("figcaption") || !figure.querySelector("details table tbody tr")) {
    wrong.push("a chart without caption or numbers: " + place.getAttribute("aria-label"));
  }
}
for (const table of all("table")) {
  if (!table.caption || table.caption.textContent.trim() === "") wrong.push("a table without caption");
  if ([...table.querySelectorAll("thead th")].some((cell) => cell.scope !== "col" || cell.textContent === "")) wrong.push("a column without a name");
  if ([...table.querySelectorAll("tbody tr")].some((row) => row.cells[0].scope !== "row")) wrong.push("a row without a heading");
}
const ids = all("[id]").map((element) => element.id);
if (new Set(ids).size !== ids.length) wrong.push("an id twice");
for (const link of all("a[href^='#']")) {
  if (!document.getElementById(link.hash.slice(1))) wrong.push("a link to nothing: " + link.hash);
}
if (all("a[href]:not([href^='#'])").length > 0) wrong.push("a link out of the page");
if (all("[tabindex]").some((element) => element.tabIndex > 0)) wrong.push("an order of focus of its own");
if (performance.getEntriesByType("resource").length > 0) wrong.push("something was loaded");
if (/undefined|NaN|\\[object|Invalid Date/.test(document.getElementById("page").innerText)) wrong.push("a value that is none");
return wrong;
"""

# Cells of the body of each table, by the id of its section, in the order of the page.
TABLES = """
const found = {};
for (const table of document.querySelectorAll("section table")) {
  const rows = [...table.tBodies[0].rows].map((row) => [...row.cells].map((cell) => cell.textContent));
  (found[table.closest("section").id] = found[table.closest("section").id] || []).push(rows);
}
return found;
"""
