// As the product's page does: told by a message after the frame that drew the page.
requestAnimationFrame(() => {
  const channel = new MessageChannel();
  channel.port1.onmessage = () => {
    channel.port1.close();
    window.__TAURI_INTERNALS__.invoke("call", {});
  };
  channel.port2.postMessage(null);
});
