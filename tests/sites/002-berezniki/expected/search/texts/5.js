metodbank.take("texts/5","8cc36765",["","","",""])
