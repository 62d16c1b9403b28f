// The page of one package: the editor, its versions below.

import { useParams } from '@tanstack/react-router'
import { OnePackage } from './one-package.tsx'

export function PackagePage() {
  const { packageId } = useParams({ from: '/packages/$packageId' })
  return <OnePackage key={packageId} id={Number(packageId)} renewing={false} />
}
