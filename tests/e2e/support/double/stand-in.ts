// A plain Chromium knows no scheme of ours: app://NAME/ is shown at https://app-NAME.test/, a secure context as Electron's is.

export const standIn = (address: string): string =>
  address.replace(/^(\w+):\/\/([\w-]+)(?=\/|$)/, (whole, scheme: string, host: string) =>
    scheme === 'app' ? `https://app-${host}.test` : whole,
  )

export const ownAddress = (address: string): string => address.replace(/^https:\/\/app-([\w-]+)\.test(?=\/|$)/, 'app://$1')
