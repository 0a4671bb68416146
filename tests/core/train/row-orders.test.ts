import { expect, it } from 'vitest'
import { epochOrder } from '../../../src/core/train/machine'
import { RowOrders } from '../../../src/core/train/row-orders'

it('has the rows in the order in which they are trained on', () => {
  const orders = new RowOrders(50, 7)
  expect(orders.first(8)).toEqual(epochOrder(50, 7, 0).slice(0, 8))
  expect(orders.first(3)).toEqual(epochOrder(50, 7, 0).slice(0, 3))
  expect(orders.first(80)).toEqual(epochOrder(50, 7, 0))
  expect(orders.part(2, 10, 20)).toEqual(epochOrder(50, 7, 2).slice(10, 20))
  expect(orders.part(2, 48, 60)).toEqual(epochOrder(50, 7, 2).slice(48))
  expect(orders.part(0, 0, 5)).toEqual(orders.first(5))
})
