// What set-up proposes for each country: its currency, the usual tax on services, whether prices are told with it, the paper.
// Proposals only: the person sees them and can change them. Rates are thousandths of a percent, standard rates of 2026.

import type { Paper } from '../../../shared/domain/words.ts'
import type { TRADES } from '../../../shared/contract/setup.ts'

type Trade = (typeof TRADES)[number]

interface Country {
  code: string
  currency: string
  tax: { name: string; rate: number } | null
  pricesIncludeTax: boolean
  paper: Paper
  /** Treatment by a health profession is usually free of it. */
  healthIsExempt: boolean
}

/** code currency tax rate-in-percent, then: x prices told without tax, h health exempt, L paper Letter. '-' where there is no such tax. */
const TABLE = `
AE AED VAT 5 h|AR ARS IVA 21 h|AT EUR USt 20 h|AU AUD GST 10 h|BE EUR BTW 21 h|BG EUR ДДС 20 h|BR BRL - 0 h|CA CAD GST 5 xhL|CH CHF MWST 8.1 h
CL CLP IVA 19 hL|CO COP IVA 19 hL|CR CRC IVA 13 hL|CY EUR ΦΠΑ 19 h|CZ CZK DPH 21 h|DE EUR USt 19 h|DK DKK Moms 25 h|EE EUR KM 24 h|EG EGP VAT 14 h
ES EUR IVA 21 h|FI EUR ALV 25.5 h|FR EUR TVA 20 h|GB GBP VAT 20 h|GR EUR ΦΠΑ 24 h|HK HKD - 0|HR EUR PDV 25 h|HU HUF ÁFA 27 h|ID IDR PPN 11 h
IE EUR VAT 23 h|IL ILS מע״מ 18|IN INR GST 18 h|IS ISK VSK 24 h|IT EUR IVA 22 h|JP JPY 消費税 10 h|KE KES VAT 16 h|KR KRW 부가세 10 h|KW KWD - 0
LT EUR PVM 21 h|LU EUR TVA 17 h|LV EUR PVN 21 h|MA MAD TVA 20 h|MT EUR VAT 18 h|MX MXN IVA 16 hL|MY MYR SST 8 h|NG NGN VAT 7.5 h|NL EUR BTW 21 h
NO NOK MVA 25 h|NZ NZD GST 15|PE PEN IGV 18 h|PH PHP VAT 12 hL|PL PLN VAT 23 h|PT EUR IVA 23 h|RO RON TVA 21 h|RS RSD PDV 20 h|SA SAR VAT 15 h
SE SEK Moms 25 h|SG SGD GST 9|SI EUR DDV 22 h|SK EUR DPH 23 h|TH THB VAT 7 h|TR TRY KDV 20|TW TWD 營業稅 5 h|UA UAH ПДВ 20 h|US USD - 0 xL|UY UYU IVA 22
VN VND VAT 10 h|ZA ZAR VAT 15`

export const COUNTRIES: readonly Country[] = TABLE.trim()
  .split(/[|\n]/)
  .map((row) => {
    const [code = '', currency = '', tax = '-', percent = '0', marks = ''] = row.trim().split(' ')
    return {
      code,
      currency,
      tax: tax === '-' ? null : { name: tax, rate: Math.round(Number(percent) * 1000) },
      pricesIncludeTax: !marks.includes('x'),
      paper: marks.includes('L') ? 'LETTER' : 'A4',
      healthIsExempt: marks.includes('h'),
    }
  })

const names = new Intl.DisplayNames('en', { type: 'region' })
export const countryName = (code: string): string => names.of(code) ?? code

const HEALTH: readonly Trade[] = ['physiotherapy', 'chiropractic', 'counselling']
export const countryOf = (code: string): Country | undefined => COUNTRIES.find((c) => c.code === code)

/** The tax to propose: none where the trade is usually free of it. */
export function proposedTax(code: string, trade: Trade): Country['tax'] {
  const country = countryOf(code)
  return country && !(country.healthIsExempt && HEALTH.includes(trade)) ? country.tax : null
}

/** The country this machine is set to, if it is one we have a proposal for. */
export function likelyCountry(): string {
  const region = new Intl.Locale(navigator.language).maximize().region ?? ''
  return countryOf(region) ? region : 'US'
}

export const TRADE_WORDS: Record<Trade, string> = {
  physiotherapy: 'Physiotherapy',
  massage: 'Massage',
  chiropractic: 'Chiropractic',
  counselling: 'Counselling',
  aesthetics: 'Aesthetics',
  other: 'Something else',
}
