// Finds parts of the page the way a person, or a screen reader, names them: by role
// and accessible name. Called as (path, text): path is a list of {role, name, exact}
// from the outside in; answers with the visible elements that the whole path names.
const [path] = arguments;

const IMPLIED = [
  ["button", "button,summary,input[type=button],input[type=submit],input[type=reset]"],
  ["link", "a[href]"],
  ["checkbox", "input[type=checkbox]"],
  ["radio", "input[type=radio]"],
  ["searchbox", "input[type=search]"],
  ["spinbutton", "input[type=number]"],
  ["slider", "input[type=range]"],
  ["textbox", "textarea,input:not([type]),input[type=text],input[type=email],input[type=tel],input[type=url],input[type=password],input[type=date],input[type=time]"],
  ["combobox", "select"],
  ["option", "option"],
  ["heading", "h1,h2,h3,h4,h5,h6"],
  ["list", "ul,ol"],
  ["listitem", "li"],
  ["table", "table"],
  ["row", "tr"],
  ["cell", "td"],
  ["columnheader", "th"],
  ["dialog", "dialog"],
  ["navigation", "nav"],
  ["main", "main"],
  ["complementary", "aside"],
  ["form", "form"],
  ["region", "section"],
  ["group", "fieldset"],
  ["img", "img"],
  ["progressbar", "progress"],
];
// What a person means by a field, a choice or a cell comes under several roles.
const MEANT = {
  field: ["textbox", "searchbox", "combobox", "spinbutton"],
  tick: ["checkbox", "switch"],
  cell: ["cell", "gridcell", "rowheader"],
  dialog: ["dialog", "alertdialog"],
  choice: ["option", "menuitem", "menuitemradio", "radio"],
};

const tidy = (text) => (text ?? "").replace(/\s+/g, " ").trim();

function roleOf(element) {
  const said = element.getAttribute("role");
  if (said) return said.split(/\s+/)[0];
  for (const [role, selector] of IMPLIED) if (element.matches(selector)) return role;
  return null;
}

function isShown(element) {
  if (!element.checkVisibility({ checkVisibilityCSS: true, contentVisibilityAuto: true })) return false;
  if (element.closest("[aria-hidden=true]") && !element.matches("input")) return false;
  return true;
}

const OWN_WORDS = new Set([
  "button", "link", "tab", "menuitem", "menuitemradio", "menuitemcheckbox", "option", "heading",
  "cell", "gridcell", "rowheader", "columnheader", "row", "listitem", "status", "alert", "treeitem",
]);

// The words in an element, an image by its alternative text, a hidden icon by nothing.
function words(element) {
  let text = "";
  for (const node of element.childNodes) {
    if (node.nodeType === Node.TEXT_NODE) text += node.data;
    else if (node.nodeType === Node.ELEMENT_NODE && node.getAttribute("aria-hidden") !== "true") {
      const inner = node.getAttribute("aria-label") ?? node.getAttribute("alt") ?? words(node);
      const breaks = getComputedStyle(node).display.startsWith("inline") ? "" : " ";
      text += breaks + inner + breaks;
    }
  }
  return text;
}

function nameOf(element, role) {
  const pointed = element.getAttribute("aria-labelledby");
  if (pointed) {
    const parts = pointed.split(/\s+/).map((id) => document.getElementById(id)).filter(Boolean);
    const text = tidy(parts.map((part) => part.getAttribute("aria-label") ?? words(part)).join(" "));
    if (text) return text;
  }
  const said = tidy(element.getAttribute("aria-label"));
  if (said) return said;
  if (element.labels?.length) return tidy([...element.labels].map(words).join(" "));
  if (role === "group") {
    const legend = element.querySelector(":scope > legend");
    if (legend) return tidy(words(legend));
  }
  if (role === "table" && element.caption) return tidy(words(element.caption));
  if (role === "img") return tidy(element.getAttribute("alt"));
  if (element.matches("input[type=button],input[type=submit],input[type=reset]")) return tidy(element.value);
  if (OWN_WORDS.has(role)) {
    const text = tidy(words(element));
    if (text) return text;
  }
  return tidy(element.getAttribute("title") ?? element.getAttribute("placeholder"));
}

function parts(within, role) {
  const roles = MEANT[role] ?? [role];
  const selectors = roles.flatMap((wanted) => {
    const implied = IMPLIED.find(([name]) => name === wanted);
    return [`[role~="${wanted}"]`, ...(implied ? [implied[1]] : [])];
  });
  const found = [...within.querySelectorAll(selectors.join(","))];
  return found.filter((element) => roles.includes(roleOf(element)) && isShown(element));
}

// A required field's label ends in a star that is no part of its name.
const plain = (name) => name.replace(/\s*\*$/, "");

let level = [document];
let last = [];
for (const { role, name, exact } of path) {
  last = [];
  const next = new Set();
  for (const within of level) {
    for (const element of parts(within, role)) {
      const called = plain(nameOf(element, roleOf(element)));
      last.push(called);
      const fits = name === null || (exact ? called === plain(name) : called.toLowerCase().includes(name.toLowerCase()));
      if (fits) next.add(element);
    }
  }
  level = [...next];
}
return { found: level, names: [...new Set(last)] };
