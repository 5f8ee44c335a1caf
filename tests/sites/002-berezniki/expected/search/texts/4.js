metodbank.take("texts/4","8cc36765",["","","",""])
