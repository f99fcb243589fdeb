/**
 * The word by which the webview tells the page's own styles from those somebody slipped in. The shell
 * draws it anew at each start and puts it on the style of index.html; where there is no shell, as in
 * tests, there is none and none is asked for.
 */
export const styleNonce = document.querySelector("style")?.nonce ?? "";

// What locks the page behind a dialog writes a style of its own, and looks for the word here.
Object.assign(globalThis, { __webpack_nonce__: styleNonce });
