// Puts what the main process refused to the field it is about; what belongs to no field becomes a notice.

import { refusalOf } from '../../../errors.ts'
import { showError } from '../../../components/show-error.tsx'
import type { Catalog, PackageForm } from './package-form.ts'

export function showRefusal(error: unknown, form: PackageForm, catalog: Catalog): void {
  const refusal = refusalOf(error)
  const { items } = form.getValues()
  if (refusal?.code === 'service.notOffered') {
    const service = catalog.services.find((s) => s.name === refusal.details.service)
    const index = items.findIndex((item) => item.services.some((s) => s.serviceId === service?.id))
    if (index >= 0) return form.setFieldError(`items.${index}.services`, refusal.sentence)
  }
  if (refusal?.code === 'product.notOffered') {
    const product = catalog.products.find((p) => p.name === refusal.details.product)
    const index = items.findIndex((item) => item.isProduct && item.productId === product?.id)
    if (index >= 0) return form.setFieldError(`items.${index}.productId`, refusal.sentence)
  }
  if (refusal?.code === 'package.dateInPast') {
    const { expiry, validFrom } = form.getValues()
    const isEnd = expiry.kind === 'onDate' && (!validFrom || /end|last|expir/i.test(refusal.details.field))
    return form.setFieldError(isEnd ? 'expiry.date' : 'validFrom', refusal.sentence)
  }
  showError(error, form)
}
