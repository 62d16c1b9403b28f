// A sandboxed preload as Electron runs it: whole, with a `require` that knows `electron` alone. The page's own world stands in
// for the isolated one, so what it shows of the border is which names come through, not that nothing else can.

export const preloadScript = (source: string): string => `(() => {
  if (globalThis.doubleHear) return;
  const heard = new Map();
  const waiting = new Map();
  let asked = 0;
  const doubleCall = (channel, args) => new Promise((resolve, reject) => {
    waiting.set(++asked, { resolve, reject });
    globalThis.doubleSend(JSON.stringify({ id: asked, channel, args }));
  });
  const doubleReply = (id, value, error) => {
    const { resolve, reject } = waiting.get(id);
    waiting.delete(id);
    if (error) reject(new Error(error)); else resolve(value);
  };
  Object.defineProperties(globalThis, { doubleCall: { value: doubleCall }, doubleReply: { value: doubleReply } });
  const of = (channel) => heard.get(channel) ?? [];
  Object.defineProperty(globalThis, 'doubleHear', { value: (channel, args) => of(channel).forEach((hear) => hear({}, ...args)) });
  // A window is only made where the main process allows it, so it is asked before Chromium makes one.
  globalThis.open = (address) => {
    void doubleCall('double:open', [new URL(address, location.href).href]);
    return null;
  };
  const electron = {
    contextBridge: { exposeInMainWorld: (name, api) => Object.defineProperty(globalThis, name, { value: Object.freeze(api), enumerable: true }) },
    ipcRenderer: {
      invoke: (channel, ...args) => doubleCall(channel, args),
      on: (channel, hear) => void heard.set(channel, [...of(channel), hear]),
      off: (channel, hear) => void heard.set(channel, of(channel).filter((h) => h !== hear)),
    },
  };
  const require = (name) => { if (name === 'electron') return electron; throw new Error('A sandboxed preload has no module ' + name); };
  const module = { exports: {} };
  ((exports) => { ${source}\n })(module.exports);
})()`
