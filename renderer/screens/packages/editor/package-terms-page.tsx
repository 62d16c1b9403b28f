// New terms for a package that was sold: the editor with what it has now, saved as the next version.

import { useParams } from '@tanstack/react-router'
import { OnePackage } from './one-package.tsx'

export function PackageTermsPage() {
  const { packageId } = useParams({ from: '/packages/$packageId/terms' })
  return <OnePackage key={packageId} id={Number(packageId)} renewing />
}
