// Everything a package can be made of, read together: the editor needs all of it or none.

import { useQuery, type UseQueryResult } from '@tanstack/react-query'
import { client } from '../../../api.ts'
import type { Catalog } from './package-form.ts'

export function useCatalog(): UseQueryResult<Catalog> {
  return useQuery({
    queryKey: ['packages', 'catalog'],
    queryFn: async ({ signal }): Promise<Catalog> => {
      const [services, products, taxes, categories] = await Promise.all([
        client.catalog.listServices(undefined, { signal }),
        client.catalog.listProducts(undefined, { signal }),
        client.catalog.listTaxes(undefined, { signal }),
        client.catalog.listCategories(undefined, { signal }),
      ])
      return { services, products, taxes, categories }
    },
  })
}
