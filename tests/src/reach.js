// What of the front of the page cannot be seen, read whole or clicked at this size. In a dialog or an open menu only that counts.
const complaints = [];
const dialogs = [...document.querySelectorAll('[role="dialog"], [role="alertdialog"], [role="menu"]')].filter(isDrawn);
const root = dialogs.at(-1) ?? document.body;

function isDrawn(node) {
  const { width, height } = node.getBoundingClientRect();
  if (width <= 1 || height <= 1 || node.closest("[inert], [aria-hidden='true']")) return false;
  return getComputedStyle(node).visibility === "visible";
}

function named(node) {
  const words = node.getAttribute("aria-label") ?? (node.textContent.trim() || node.getAttribute("placeholder"));
  return `${node.localName} “${(words || node.className || "").toString().trim().slice(0, 60)}”`;
}

const beyond = document.documentElement.scrollWidth - innerWidth;
// A size that is no whole number is rounded up.
if (beyond > 1) complaints.push(`the page is ${beyond} px too wide`);

for (const node of root.querySelectorAll("*")) {
  const style = getComputedStyle(node);
  if (!isDrawn(node)) continue;
  const wide = node.scrollWidth - node.clientWidth > 1 && node.clientWidth > 1;
  // Tables of many columns may be moved sideways; words and forms may not.
  const table = node.matches("[role='grid']") || node.querySelector("table, [role='grid']");
  if (wide && /auto|scroll/.test(style.overflowX) && !table) {
    complaints.push(`${named(node)} has to be moved sideways`);
  }
  // A cell says the rest under the pointer.
  if (wide) node.dispatchEvent(new MouseEvent("mouseover", { bubbles: true }));
  const cut = wide && style.textOverflow === "ellipsis" && style.overflowX === "hidden";
  if (cut && !node.closest("[title]") && node.localName !== "input") complaints.push(`${named(node)} is cut, and nothing says the rest`);
}

const USED =
  "button, a[href], input, select, textarea, summary, [role='tab'], [role='menuitem'], [role='radio'], [role='checkbox']";
for (const node of root.querySelectorAll(USED)) {
  if (!isDrawn(node) || getComputedStyle(node).opacity === "0" || node.type === "hidden") continue;
  node.scrollIntoView({ block: "center", inline: "center", behavior: "instant" });
  const { left, right, top, bottom } = node.getBoundingClientRect();
  if (left < -1 || right > innerWidth + 1 || top < -1 || bottom > innerHeight + 1) {
    complaints.push(`${named(node)} is outside the window`);
    continue;
  }
  const hit = document.elementFromPoint((left + right) / 2, (top + bottom) / 2);
  const inside = hit && (node.contains(hit) || hit.contains(node) || node.parentElement?.contains(hit));
  if (!inside) complaints.push(`${named(node)} is covered by ${hit ? named(hit) : "nothing"}`);
}
return [...new Set(complaints)];
