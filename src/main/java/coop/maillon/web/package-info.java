/** The edge: from a request to a plain question, from a plain answer to bytes. Knows no feature. */
@NullMarked
package coop.maillon.web;

import org.jspecify.annotations.NullMarked;
