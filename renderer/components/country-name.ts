// The name of a country by its code, as it stands in lists and forms.

const names = new Intl.DisplayNames('en', { type: 'region' })

export const countryNameOf = (code: string): string => names.of(code) ?? code
