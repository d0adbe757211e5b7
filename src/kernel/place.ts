/** Places: countries, their regions, and how each of them writes an address. */
export {
  checkAddress,
  postalCodeIn,
  regionIn,
  regionOfPostalCode,
  type Address,
  type AddressFields,
  type AddressProblem,
  type AddressRefusal,
} from './address-check.ts';
export {
  addressForm,
  countries,
  isCountry,
  regionsOf,
  type AddressField,
  type AddressFieldName,
  type AddressForm,
  type AddressLabel,
  type Region,
} from './address-form.ts';
export { addressLines, labelLines, type LinesOptions } from './address-lines.ts';
export { countriesByName, countryName, regionName, regionsByName, type Choice } from './country-name.ts';
