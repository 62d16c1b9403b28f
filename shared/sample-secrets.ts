// What everyone in the sample practice signs in with. No secret at all: the sign-in screen of the sample says it.

export const SAMPLE_SECRETS = { password: 'look around', pin: '2468' } as const
