// Where the editor of a package goes: back to where it was opened from, so the list keeps its filters, or to what was saved.

import { useCanGoBack, useNavigate, useRouter } from '@tanstack/react-router'

export function useWays() {
  const router = useRouter()
  const navigate = useNavigate()
  const canGoBack = useCanGoBack()
  return {
    onLeave: () => (canGoBack ? router.history.back() : void navigate({ to: '/packages' })),
    onStay: ({ id }: { id: number }) => void navigate({ to: '/packages/$packageId', params: { packageId: String(id) }, replace: true }),
  }
}
