/** Who asks the engine: the account of a request, the product itself, or nobody; groups and communities are read with each request. */
@NamedInterface("identity")
package org.qibu.engine.identity;

import org.springframework.modulith.NamedInterface;
