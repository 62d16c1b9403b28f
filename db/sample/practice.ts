// The practice and the owner of the sample, as they would be typed in at the first start.

export const SAMPLE_PRACTICE = {
  practice: {
    name: 'Harbour Street Practice',
    address: '12 Harbour Street\nVancouver BC V6C 1A1',
    phone: '604 555 0100',
    email: 'desk@harbourstreet.example',
    registration: 'GST 81234 5678 RT0001',
    country: 'CA',
    currency: 'CAD',
    pricesIncludeTax: false,
    paper: 'LETTER',
    clientWord: 'client',
    noShowRule: 'ask',
    lateCancelRule: 'ask',
    lateCancelHours: 24,
  },
  tax: { name: 'GST', rate: 5000 },
  trade: 'other',
  owner: { name: 'Mara Ruiz', isPractitioner: false },
} as const
