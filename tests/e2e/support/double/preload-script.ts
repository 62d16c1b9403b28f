// A sandboxed preload as Electron runs it: whole, with a `require` that knows `electron` alone. The page's own world stands in
// for the isolated one, so what it shows of the border is which names come through, not that nothing else can.

export const preloadScript = (source: string): string => `(() => {
  if (globalThis.doubleHear) return;
  const heard = new Map();
  const of = (channel) => heard.get(channel) ?? [];
  Object.defineProperty(globalThis, 'doubleHear', { value: (channel, args) => of(channel).forEach((hear) => hear({}, ...args)) });
  const electron = {
    contextBridge: { exposeInMainWorld: (name, api) => Object.defineProperty(globalThis, name, { value: Object.freeze(api), enumerable: true }) },
    ipcRenderer: {
      invoke: (channel, ...args) => globalThis.doubleCall(channel, args),
      on: (channel, hear) => void heard.set(channel, [...of(channel), hear]),
      off: (channel, hear) => void heard.set(channel, of(channel).filter((h) => h !== hear)),
    },
  };
  const require = (name) => { if (name === 'electron') return electron; throw new Error('A sandboxed preload has no module ' + name); };
  const module = { exports: {} };
  ((exports) => { ${source}\n })(module.exports);
})()`
