metodbank.take("texts/3","8cc36765",["","","",""])
