// Products: things that are handed over, alone or in a package, with how many are in stock.

import { useQuery } from '@tanstack/react-query'
import { api } from '../../api.ts'
import { Amount } from '../../components/amount.tsx'
import { usePractice } from '../../components/use-practice.ts'
import { ProductForm } from './product-form.tsx'
import { RecordList } from './record-list.tsx'
import { useNames } from './use-names.ts'

export function ProductsSection() {
  const products = useQuery(api.catalog.listProducts.queryOptions())
  const { currency } = usePractice()
  const { categories, taxes } = useNames()
  return (
    <RecordList
      title="Products"
      subtitle={`What you hand over: belts, oils, books. Prices in ${currency}.`}
      newWords="New product"
      empty="No products yet."
      emptyMore="Add what you sell with packages; handing a piece over counts down the stock."
      mayEdit="settings.edit"
      query={products}
      nameOf={(product) => <bdi>{product.name}</bdi>}
      offWords={(product) => (product.active ? null : 'Not offered')}
      columns={[
        { title: 'Category', cell: (product) => categories(product.categoryId) },
        { title: 'Taxes', cell: (product) => taxes(product.taxIds) },
        { title: 'In stock', isNumber: true, cell: (product) => product.stock },
        { title: 'Price', isNumber: true, cell: (product) => <Amount minor={product.priceMinor} currency={currency} /> },
      ]}
      form={(product, close) => <ProductForm product={product} onClose={close} />}
    />
  )
}
