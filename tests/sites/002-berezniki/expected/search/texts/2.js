metodbank.take("texts/2","8cc36765",["","","",""])
