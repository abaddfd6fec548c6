/** What the use of what is shared costs: tariffs and the quotes made with them. Pure; shares of cost, without VAT, in euro cents. */
@NullMarked
package coop.maillon.resource.tariff;

import org.jspecify.annotations.NullMarked;
