# Waits for the sockets of the probes, and hands on what comes.
sub wait_for_events {
    my ($seconds) = @_;
    my ( $readable, $writable ) = ( '', '' );
    for my $fd ( keys %byfd ) {
        my $state = $byfd{$fd}{state} || '';
        if   ( $state eq 'connecting' ) { vec( $writable, $fd, 1 ) = 1 }
        else                            { vec( $readable, $fd, 1 ) = 1 }
    }
    select $readable, $writable, undef, $seconds;
    for my $fd ( keys %byfd ) {
        my $probe = $byfd{$fd} or next;
        if    ( vec $writable, $fd, 1 ) { on_connected($probe) }
        elsif ( !vec $readable, $fd, 1 ) { next }
        elsif ( $probe->{source} && !$probe->{id} ) { $probe->{family} ? echo_replies6( $probe->{source} ) : echo_replies( $probe->{source} ) }
        elsif ( $probe->{kind} eq 'name' ) { on_answer($probe) }
        elsif ( $probe->{kind} eq 'udp' )  { on_datagram($probe) }
        else                               { on_text($probe) }
    }
    return;
}

sub on_connected {
    my ($probe) = @_;
    my $number = unpack 'i', getsockopt $probe->{fd}, 1, 4;
    return failed( $probe, $number ) if $number;
    return finish( $probe, 'reachable', 'connected' ) if $probe->{kind} eq 'tcp';
    $probe->{state} = 'reading';
    $probe->{got}   = '';
    return if $probe->{kind} ne 'page';
    syswrite $probe->{fd}, "GET / HTTP/1.0\r\nHost: $probe->{address}\r\n\r\n";
    return;
}

# A page is complete with its text, or at its end.
sub on_text {
    my ($probe) = @_;
    my $size = sysread $probe->{fd}, $probe->{got}, 65536, length $probe->{got};
    if ( !defined $size ) { return $! == 11 ? undef : failed( $probe, $! + 0 ) }
    my ($first) = $probe->{got} =~ /^([^\r\n]*)/;
    if ( $probe->{kind} eq 'echo' && $probe->{got} =~ /^(\d+(?:\.\d+){3})\n/ ) {
        $probe->{address} = $1;
        return finish( $probe, 'reachable', "seen as $1" );
    }
    if ( $probe->{kind} eq 'page' && index( $probe->{got}, $probe->{text} ) >= 0 ) {
        return finish( $probe, 'reachable', $first );
    }
    return if $size > 0;
    return finish( $probe, 'wrong-page', $first ) if length $probe->{got};
    return finish( $probe, 'refused', 'accepted and closed without an answer' );
}

sub on_datagram {
    my ($probe) = @_;
    return finish( $probe, 'reachable', 'answered' ) if defined recv $probe->{fd}, my $got, 2048, 0;
    return failed( $probe, $! + 0 );
}

sub on_answer {
    my ($probe) = @_;
    my $packet;
    if ( !defined recv $probe->{fd}, $packet, 4096, 0 ) { return server_refused( $probe, "$probe->{asked}: $!" ) }
    my $address = answer( $probe->{question}, $packet );
    return if !defined $address;
    return resolved( $probe, $address ) if $address ne '';
    return ask_next( $probe, "$probe->{asked} has no such name" );
}

# No time is left.
sub give_up {
    my ( $probe, $detail ) = @_;
    if ( $probe->{kind} eq 'name' && !$probe->{resolved} ) {
        return finish( $probe, 'unresolved', "$probe->{asked} does not answer" );
    }
    return finish( $probe, 'wrong-page', $probe->{got} ) if length( $probe->{got} || '' );
    $detail = "connected, but $detail" if ( $probe->{state} || '' ) eq 'reading';
    return finish( $probe, 'timeout', $detail );
}
