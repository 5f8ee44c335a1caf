metodbank.take("texts/3","696ffffd",["По району , в школе № 1 .","","",""])
